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
 * An entry of the year was reversed, whole.
 *
 * @param entry the reversed event, {@code stream@sequence}
 * @param movement {@code opening}, {@code increase}, {@code reduction} or {@code reclaim}
 * @param originYear the year whose budget the money came from
 */
@EventType(value = "fund-year.entry-reversed", revision = "2")
public record YearEntryReversed(
        String fundCode,
        int year,
        String entry,
        String movement,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent, MoneyEvent {
    /** Whether the reversal gives the year money back. */
    public boolean gains() {
        return movement.equals("reduction") || movement.equals("reclaim");
    }

    /** The original's postings, swapped. */
    @Override
    public List<Posting> postings() {
        return switch (movement) {
            case "opening" -> PostingRules.swap(PostingRules.openedUnallocated(fundCode, year, amount));
            case "increase" -> PostingRules.swap(PostingRules.appropriated(fundCode, year, amount));
            case "reduction" -> PostingRules.appropriated(fundCode, year, amount);
            case "reclaim" -> PostingRules.swap(PostingRules.reclaimedFromYear(fundCode, year, amount));
            default -> throw new IllegalStateException("no movement " + movement);
        };
    }
}
