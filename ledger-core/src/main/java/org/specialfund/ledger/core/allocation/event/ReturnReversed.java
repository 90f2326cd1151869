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
 * Paid money that was noted as come back had not: the return, or the recovery, was reversed (冲正).
 *
 * @param tranche of the payment, where the money had come back to the allocation
 * @param entry the reversed event of the disbursement, {@code stream@sequence}
 * @param cause {@code returned} or {@code recovered}
 * @param destination where it had gone: {@code allocation}, {@code year}, {@code treasury} or {@code open-year}
 */
@EventType("allocation.return-reversed")
public record ReturnReversed(
        String fundCode,
        int year,
        String allocationNo,
        String reference,
        String payee,
        @Nullable Integer tranche,
        String entry,
        String cause,
        String destination,
        @Nullable Integer openYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {

    /** Whether the money had come back to the allocation. */
    public boolean fromAllocation() {
        return destination.equals("allocation");
    }

    /** The original's postings, swapped. */
    @Override
    public List<Posting> postings() {
        return PostingRules.swap(
                fromAllocation()
                        ? PostingRules.restored(fundCode, year, allocationNo, payee, amount)
                        : PostingRules.notRestored(fundCode, year, allocationNo, payee, destination, openYear, amount));
    }
}
