package org.specialfund.ledger.core.disbursement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.disbursement.event.DisbursementBegun;
import org.specialfund.ledger.core.invoice.Invoice;

/** What a disbursement's first event says of payee and invoice: they name what its later commands need. */
record Begun(String payee, @Nullable String invoiceNo) {

    static Optional<Begun> of(String reference, Lookup lookup) {
        return lookup.first(Disbursement.key(reference)).map(event -> {
            DisbursementBegun begun = (DisbursementBegun) event;
            return new Begun(begun.payee(), begun.invoiceNo());
        });
    }

    Optional<AggregateKey<?>> invoice() {
        return invoiceNo == null ? Optional.empty() : Optional.of(Invoice.key(payee, invoiceNo));
    }
}
