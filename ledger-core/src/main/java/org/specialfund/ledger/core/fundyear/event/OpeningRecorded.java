package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/** What a ledger that starts in mid-life found unallocated. */
@EventType("fund-year.opening-recorded")
public record OpeningRecorded(
        String fundCode,
        int year,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.openedUnallocated(fundCode, year, amount);
    }
}
