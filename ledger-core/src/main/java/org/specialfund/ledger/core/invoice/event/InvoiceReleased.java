package org.specialfund.ledger.core.invoice.event;

import java.math.BigDecimal;
import org.specialfund.ledger.core.posting.EventType;

/** A payment on the invoice was given up or came back. */
@EventType("invoice.released")
public record InvoiceReleased(String payee, String invoiceNo, String reference, BigDecimal amount, String currency)
        implements InvoiceEvent {}
