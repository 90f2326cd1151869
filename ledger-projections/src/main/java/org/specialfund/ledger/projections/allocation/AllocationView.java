package org.specialfund.ledger.projections.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allocation and what it holds now. What it does not name is null.
 *
 * @param originYear the year whose budget the money came from
 * @param carriedFrom the allocation of the year before that it was made of
 * @param carriedTo the allocation of the next year that it was carried into
 * @param closedOn null while it is open
 * @param suspendedCauses payments stand still while there is any
 * @param available not spent and not held
 * @param held reserved by payments under way
 * @param paid net of what came back
 */
public record AllocationView(
        String allocationNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String indicatorNo,
        @Nullable String category,
        @Nullable String planLine,
        @Nullable String projectNo,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String sourceLevel,
        @Nullable String purpose,
        int originYear,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String carriedFrom,
        @Nullable String carriedTo,
        @Nullable LocalDate closedOn,
        List<String> suspendedCauses,
        BigDecimal available,
        BigDecimal held,
        BigDecimal paid) {

    /** Copies the causes. */
    public AllocationView {
        suspendedCauses = List.copyOf(suspendedCauses);
    }

    /** All that it answers for: available, held and paid. */
    public BigDecimal allocated() {
        return available.add(held).add(paid);
    }

    /** What allocations together have not spent. */
    public record Unspent(BigDecimal available, BigDecimal held) {}

    /**
     * A conditional part.
     *
     * @param confirmedBy who confirmed its condition; null while nobody has
     * @param paid net of what came back to the allocation
     */
    public record TrancheView(
            int number,
            BigDecimal amount,
            String condition,
            @Nullable String confirmedBy,
            BigDecimal paid) {}

    /**
     * What allocations took together.
     *
     * @param allocated available, held and paid
     */
    public record Taken(BigDecimal allocated, BigDecimal paid) {}
}
