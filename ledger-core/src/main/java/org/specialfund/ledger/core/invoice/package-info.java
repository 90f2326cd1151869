/** Invoices: what a payee asks for, so that it is not paid twice. */
@NullMarked
package org.specialfund.ledger.core.invoice;

import org.jspecify.annotations.NullMarked;
