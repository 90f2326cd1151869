/** Payees: the units that answer for money and the units that are paid. */
@NullMarked
package org.specialfund.ledger.core.payee;

import org.jspecify.annotations.NullMarked;
