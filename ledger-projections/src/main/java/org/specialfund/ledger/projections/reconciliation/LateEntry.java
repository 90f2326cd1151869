package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was posted into a month after it was signed.
 *
 * @param entry the event, {@code stream@sequence}
 * @param paidChange what it changed of what is paid: above zero for more
 * @param actor opaque person id, as the others
 */
public record LateEntry(
        long position,
        LocalDate effectiveDate,
        Instant recordedAt,
        String entry,
        String type,
        @Nullable String allocationNo,
        @Nullable String reference,
        BigDecimal amount,
        BigDecimal paidChange,
        @Nullable String documentRef,
        @Nullable String actor,
        @Nullable String proposedBy,
        @Nullable String confirmedBy) {

    /**
     * All of a month's together.
     *
     * @param paidChange the sum
     */
    public record Sum(long count, BigDecimal paidChange) {}
}
