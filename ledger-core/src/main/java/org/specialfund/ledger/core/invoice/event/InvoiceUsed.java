package org.specialfund.ledger.core.invoice.event;

import java.math.BigDecimal;
import org.specialfund.ledger.core.posting.EventType;

/** A payment was made, or is under way, on the invoice. */
@EventType("invoice.used")
public record InvoiceUsed(String payee, String invoiceNo, String reference, BigDecimal amount, String currency)
        implements InvoiceEvent {}
