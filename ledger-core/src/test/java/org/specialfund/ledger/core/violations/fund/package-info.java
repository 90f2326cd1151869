/** Classes that break a rule, so that the rule is seen to bite. */
@NullMarked
package org.specialfund.ledger.core.violations.fund;

import org.jspecify.annotations.NullMarked;
