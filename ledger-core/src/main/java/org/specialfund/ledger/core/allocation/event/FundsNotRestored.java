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
 * Paid money came back, but not to the allocation.
 *
 * @param cause {@code returned}, {@code recovered} or {@code reversed}
 * @param destination {@code year}, {@code treasury} or {@code open-year}
 */
@EventType("allocation.not-restored")
public record FundsNotRestored(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        String cause,
        String destination,
        @Nullable Integer openYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements AllocationEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.notRestored(fundCode, year, allocationNo, payee, destination, openYear, amount);
    }
}
