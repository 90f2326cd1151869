/** Balances of all accounts on both axes, effective date and position of knowledge. */
@NullMarked
package org.specialfund.ledger.projections.balance;

import org.jspecify.annotations.NullMarked;
