package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** A payment made before the ledger began was taken out again, with the opening of its allocation. */
@EventType("allocation.opening-payment-reversed")
public record OpeningPaymentReversed(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        String entry,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    /** The original's postings, swapped. */
    @Override
    public List<Posting> postings() {
        return PostingRules.swap(PostingRules.openedPaid(fundCode, year, allocationNo, payee, amount));
    }
}
