package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a fund year's paid money went to how few.
 *
 * @param paid net of what came back
 * @param payees how many have anything
 * @param topPayee who has most; null where nobody has anything
 * @param paidToTop zero where nobody has anything
 * @param squares sum of the squares of what each has
 */
public record ConcentrationRow(
        String fundKind,
        String fundCode,
        int year,
        String currency,
        BigDecimal paid,
        int payees,
        @Nullable String topPayee,
        BigDecimal paidToTop,
        BigDecimal squares) {

    private static final int DIGITS = 6;

    /** Share of the top payee: paid to it ÷ paid; null, "n/a", where nothing was paid. */
    public @Nullable BigDecimal topShare() {
        return Rates.of(paidToTop, paid);
    }

    /**
     * Herfindahl–Hirschman index: the sum of the squares of all payees' shares, 1 where one has everything and 1/n where n
     * have the same. Computed of exact amounts and rounded once, to six digits; null, "n/a", where nothing was paid.
     */
    public @Nullable BigDecimal hhi() {
        return paid.signum() == 0 ? null : squares.divide(paid.multiply(paid), DIGITS, RoundingMode.HALF_UP);
    }

    /**
     * A payee's part.
     *
     * @param rank 1 for who has most; of equals the one whose id comes first
     * @param share of all that was paid
     */
    public record Payee(long rank, String payee, BigDecimal paid, BigDecimal share) {}
}
