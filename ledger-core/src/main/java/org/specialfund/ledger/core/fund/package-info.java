/** Funds: term, rules, suspension and closing. */
@NullMarked
package org.specialfund.ledger.core.fund;

import org.jspecify.annotations.NullMarked;
