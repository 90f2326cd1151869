package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** A payment made before the ledger began was taken over. */
@EventType("allocation.opening-payment-recorded")
public record OpeningPaymentRecorded(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.openedPaid(fundCode, year, allocationNo, payee, amount);
    }
}
