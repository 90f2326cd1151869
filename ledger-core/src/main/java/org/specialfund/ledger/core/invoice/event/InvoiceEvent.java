package org.specialfund.ledger.core.invoice.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to an invoice. */
public sealed interface InvoiceEvent extends LedgerEvent permits InvoiceRegistered, InvoiceReleased, InvoiceUsed {

    /** Scheme and code. */
    String payee();

    /** The payee's own number. */
    String invoiceNo();
}
