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
 * Unallocated money was carried into the next year.
 *
 * @param originYear the year whose budget it came from
 */
@EventType("fund-year.carried-over")
public record YearCarriedOver(
        String fundCode,
        int year,
        int toYear,
        int originYear,
        @Nullable String authorisingDocument,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent, MoneyEvent {
    @Override
    public List<Posting> postings() {
        return PostingRules.yearCarriedOver(fundCode, year, toYear, amount);
    }
}
