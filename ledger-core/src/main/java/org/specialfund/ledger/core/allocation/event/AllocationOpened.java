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
 * An allocation was taken over into a ledger that starts in mid-life, with what was available then.
 *
 * @param amount what was available; zero where nothing was
 */
@EventType("allocation.opening-recorded")
public record AllocationOpened(
        String allocationNo,
        @Nullable String indicatorNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        @Nullable String planLine,
        @Nullable String projectNo,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String sourceLevel,
        @Nullable String purpose,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, AllocationBegun, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.openedAvailable(fundCode, year, allocationNo, amount);
    }
}
