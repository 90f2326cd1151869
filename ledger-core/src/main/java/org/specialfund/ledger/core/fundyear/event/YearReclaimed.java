package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * Unallocated money was taken back.
 *
 * @param originYear the year whose budget the money came from
 */
@EventType(value = "fund-year.reclaimed", revision = "2")
public record YearReclaimed(
        String fundCode,
        int year,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.reclaimedFromYear(fundCode, year, amount);
    }
}
