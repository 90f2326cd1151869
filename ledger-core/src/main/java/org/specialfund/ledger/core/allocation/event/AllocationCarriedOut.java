package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** Unspent money was carried into a new allocation of the next year (结转). */
@EventType("allocation.carried-out")
public record AllocationCarriedOut(
        String fundCode,
        int year,
        String allocationNo,
        int toYear,
        String toAllocationNo,
        @Nullable String authorisingDocument,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.allocationCarriedOver(fundCode, year, allocationNo, toYear, toAllocationNo, amount);
    }
}
