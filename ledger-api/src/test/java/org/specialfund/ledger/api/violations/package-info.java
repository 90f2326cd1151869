/** Classes that break a rule, so that the rule is seen to bite. */
@NullMarked
package org.specialfund.ledger.api.violations;

import org.jspecify.annotations.NullMarked;
