package org.specialfund.ledger.projections.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A fund year in figures, each at or above zero.
 *
 * @param appropriated with what was increased and reduced
 * @param unallocated not assigned to any allocation
 * @param available assigned, not spent and not held
 * @param held reserved by payments under way
 * @param paid net of what came back
 * @param paidInYear the same up to the year's last day: what comes back later does not change it
 * @param repaid to the treasury
 * @param claimed demanded back, neither received nor waived
 * @param reported by recipients as spent
 */
public record YearFigures(
        String fundCode,
        int year,
        String currency,
        BigDecimal appropriated,
        BigDecimal carriedIn,
        BigDecimal unallocated,
        BigDecimal available,
        BigDecimal held,
        BigDecimal paid,
        BigDecimal paidInYear,
        BigDecimal repaid,
        BigDecimal reclaimed,
        BigDecimal carriedOut,
        BigDecimal claimed,
        BigDecimal reported) {

    private static final int RATE_DIGITS = 6;

    /** All that allocations answer for: available, held and paid. */
    public BigDecimal allocated() {
        return available.add(held).add(paid);
    }

    /**
     * Execution rate (拨付率): paid in the year, over appropriated and carried in; 0.42 for 42 %, to six digits, half up.
     * Null, "n/a", where there was nothing to spend.
     */
    public @Nullable BigDecimal executionRate() {
        return rate(paidInYear, appropriated.add(carriedIn));
    }

    /** Spending rate (支出率): reported as spent, over paid; null, "n/a", where nothing was paid. */
    public @Nullable BigDecimal spendingRate() {
        return rate(reported, paid);
    }

    private static @Nullable BigDecimal rate(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
