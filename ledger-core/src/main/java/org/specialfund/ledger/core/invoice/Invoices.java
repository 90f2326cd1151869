package org.specialfund.ledger.core.invoice;

import java.util.List;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.invoice.event.InvoiceEvent;

/** What invoices bring to the ledger: no command of their own, payments use them. */
public final class Invoices {

    /** What invoices bring to the ledger. */
    public static final Feature FEATURE =
            new Feature(InvoiceEvent.class, List.of(Invoice.TYPE), List.of(), List.of(), InvoiceRefusals.class);

    private Invoices() {}
}
