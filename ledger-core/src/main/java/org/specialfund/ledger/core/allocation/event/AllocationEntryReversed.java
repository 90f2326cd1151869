package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * An entry of the allocation was reversed, whole (冲正).
 *
 * @param entry the reversed event, {@code stream@sequence}
 * @param movement {@code opening}, {@code issue}, {@code increase}, {@code decrease}, {@code virement},
 *     {@code surplus-to-year}, {@code surplus-to-treasury} or {@code reclaim}
 */
@EventType("allocation.entry-reversed")
public record AllocationEntryReversed(
        String fundCode,
        int year,
        String allocationNo,
        String entry,
        String movement,
        @Nullable String toAllocationNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {

    /** Whether the reversal of a movement takes money from the allocation. */
    public static boolean loses(String movement) {
        return movement.equals("opening") || movement.equals("issue") || movement.equals("increase");
    }

    /** The original's postings, swapped. */
    @Override
    public List<Posting> postings() {
        return switch (movement) {
            case "opening" -> PostingRules.swap(PostingRules.openedAvailable(fundCode, year, allocationNo, amount));
            case "issue", "increase" -> PostingRules.deallocated(fundCode, year, allocationNo, amount);
            case "decrease", "surplus-to-year" -> PostingRules.allocated(fundCode, year, allocationNo, amount);
            case "surplus-to-treasury" ->
                PostingRules.swap(PostingRules.surplusToTreasury(fundCode, year, allocationNo, amount));
            case "reclaim" ->
                PostingRules.swap(PostingRules.reclaimedFromAllocation(fundCode, year, allocationNo, amount));
            case "virement" ->
                PostingRules.virement(fundCode, year, Objects.requireNonNull(toAllocationNo), allocationNo, amount);
            default -> throw new IllegalStateException("no movement " + movement);
        };
    }
}
