/** Reconciliation (对账): a month of a fund compared with its bank's statement, signed by two people and locked. */
@NullMarked
package org.specialfund.ledger.core.reconciliation;

import org.jspecify.annotations.NullMarked;
