/** Balances, statements and the trial balance over HTTP. */
@NullMarked
package org.specialfund.ledger.api.balance;

import org.jspecify.annotations.NullMarked;
