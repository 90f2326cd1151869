package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * First digits of payments that do not follow Benford's law.
 *
 * <p>Formula: mean over the digits 1 to 9 of |share of amounts that begin with d − log₁₀(1 + 1/d)| &gt; 0.015.
 *
 * <p>Source: M. Nigrini, Benford's Law (Wiley, 2012), chapter 7: for the first digit a mean absolute deviation above
 * 0.015 is non-conformity. Not to be used, and says so, on fewer than 1,000 amounts, on amounts that span less than two
 * orders of magnitude, on a truncated population (a hundredth or more of the amounts equal the smallest or the largest:
 * a floor or a cap), and on a rounded one (more than half of the amounts have fewer than three significant digits).
 */
public final class Benford implements Rule<Benford.Facts> {

    private static final int LEAST_AMOUNTS = 1_000;
    private static final BigDecimal LEAST_SPAN = BigDecimal.valueOf(100);
    private static final int MOST_AT_END = 100;
    private static final int SIGNIFICANT = 3;
    private static final int DIGITS = 9;

    private final Thresholds thresholds;

    /**
     * The payments of a fund year.
     *
     * @param amounts above zero
     * @param entries some of the payments
     */
    public record Facts(List<BigDecimal> amounts, List<String> entries) {

        /** Copies the lists. */
        public Facts {
            amounts = List.copyOf(amounts);
            entries = List.copyOf(entries);
        }
    }

    /** Judges by those thresholds. */
    public Benford(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "benford";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        List<BigDecimal> amounts = facts.amounts();
        if (amounts.size() < LEAST_AMOUNTS) {
            return Verdict.notJudged("fewer-than-1000");
        }
        BigDecimal least = Collections.min(amounts);
        BigDecimal most = Collections.max(amounts);
        if (most.compareTo(least.multiply(LEAST_SPAN)) < 0) {
            return Verdict.notJudged("under-two-orders-of-magnitude");
        }
        if (isCrowded(amounts, least) || isCrowded(amounts, most)) {
            return Verdict.notJudged("truncated");
        }
        long rounded = amounts.stream()
                .filter(amount -> amount.stripTrailingZeros().precision() < SIGNIFICANT)
                .count();
        if (rounded * 2 > amounts.size()) {
            return Verdict.notJudged("rounded");
        }
        BigDecimal deviation = deviation(amounts);
        if (deviation.compareTo(thresholds.benfordDeviation()) <= 0) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("amounts", amounts.size())
                .with("deviation", deviation.setScale(4, RoundingMode.HALF_EVEN))
                .with("counts", counts(amounts))
                .against("deviation", thresholds.benfordDeviation()));
    }

    private static boolean isCrowded(List<BigDecimal> amounts, BigDecimal end) {
        return amounts.stream().filter(amount -> amount.compareTo(end) == 0).count() * MOST_AT_END >= amounts.size();
    }

    /** How many amounts begin with 1, 2 … 9. */
    private static List<Long> counts(List<BigDecimal> amounts) {
        long[] counts = new long[DIGITS + 1];
        amounts.forEach(amount -> counts[firstDigit(amount)]++);
        return Arrays.stream(counts).skip(1).boxed().toList();
    }

    private static int firstDigit(BigDecimal amount) {
        return amount.unscaledValue().toString().charAt(0) - '0';
    }

    private static BigDecimal deviation(List<BigDecimal> amounts) {
        List<Long> counts = counts(amounts);
        BigDecimal sum = BigDecimal.ZERO;
        for (int digit = 1; digit <= DIGITS; digit++) {
            BigDecimal share = BigDecimal.valueOf(counts.get(digit - 1))
                    .divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL64);
            BigDecimal expected = BigDecimal.valueOf(Math.log10(1 + 1.0 / digit));
            sum = sum.add(share.subtract(expected).abs());
        }
        return sum.divide(BigDecimal.valueOf(DIGITS), MathContext.DECIMAL64);
    }
}
