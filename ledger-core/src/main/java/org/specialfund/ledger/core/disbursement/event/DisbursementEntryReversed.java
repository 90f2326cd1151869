package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.Posting;
import org.specialfund.ledger.core.posting.PostingRules;

/**
 * An entry on a payment was reversed, whole (冲正). Where money had come back, the allocation posts that part.
 *
 * @param entry the reversed event, {@code stream@sequence}
 * @param movement {@code return}, {@code recovery-demand}, {@code recovery-receipt}, {@code recovery-waiver} or
 *     {@code spending-report}
 * @param recoveryId null where the entry was of no recovery
 */
@EventType("disbursement.entry-reversed")
public record DisbursementEntryReversed(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String entry,
        String movement,
        @Nullable String recoveryId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {
    /** The original's postings, swapped. */
    @Override
    public List<Posting> postings() {
        return switch (movement) {
            case "return" -> List.of();
            case "recovery-demand" -> PostingRules.swap(PostingRules.recoveryDemanded(fundCode, year, amount));
            case "recovery-receipt", "recovery-waiver" ->
                PostingRules.swap(PostingRules.recoveryEnded(fundCode, year, amount));
            case "spending-report" -> PostingRules.swap(PostingRules.spendingReported(fundCode, year, amount));
            default -> throw new IllegalStateException("no movement " + movement);
        };
    }

    /** Demands, waivers and reports of spending are nothing to the bank. */
    @Override
    public boolean movesBank() {
        return movement.equals("return") || movement.equals("recovery-receipt");
    }
}
