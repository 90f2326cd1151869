package org.specialfund.ledger.projections.allocation;

import org.jspecify.annotations.Nullable;

/**
 * What allocations are wanted; null asks for all.
 *
 * @param originYear the year whose budget the money came from
 * @param open true for those not closed, false for those closed
 * @param suspended true for those whose payments stand still
 */
public record AllocationQuery(
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String recipient,
        @Nullable String category,
        @Nullable String planLine,
        @Nullable String projectNo,
        @Nullable Integer originYear,
        @Nullable Boolean open,
        @Nullable Boolean suspended) {

    /** Those of a fund, or of one of its years. */
    public static AllocationQuery of(@Nullable String fundCode, @Nullable Integer year) {
        return new AllocationQuery(fundCode, year, null, null, null, null, null, null, null);
    }
}
