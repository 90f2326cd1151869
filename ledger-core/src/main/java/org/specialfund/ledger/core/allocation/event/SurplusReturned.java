package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * Money no longer needed was given back (结余).
 *
 * @param destination {@code year} or {@code treasury}
 */
@EventType("allocation.surplus-returned")
public record SurplusReturned(
        String fundCode,
        int year,
        String allocationNo,
        String destination,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return destination.equals("treasury")
                ? PostingRules.surplusToTreasury(fundCode, year, allocationNo, amount)
                : PostingRules.deallocated(fundCode, year, allocationNo, amount);
    }
}
