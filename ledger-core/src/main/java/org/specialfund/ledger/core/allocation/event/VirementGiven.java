package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** Money was moved to another allocation of the year (调剂). */
@EventType("allocation.virement-given")
public record VirementGiven(
        String fundCode,
        int year,
        String allocationNo,
        String toAllocationNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.virement(fundCode, year, allocationNo, toAllocationNo, amount);
    }
}
