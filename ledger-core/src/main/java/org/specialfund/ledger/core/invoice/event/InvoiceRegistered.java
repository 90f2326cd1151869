package org.specialfund.ledger.core.invoice.event;

import java.math.BigDecimal;
import org.specialfund.ledger.core.posting.EventType;

/** An invoice was seen for the first time. */
@EventType("invoice.registered")
public record InvoiceRegistered(String payee, String invoiceNo, BigDecimal amount, String currency)
        implements InvoiceEvent {}
