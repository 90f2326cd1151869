package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * A fund year that spends more slowly than time passes.
 *
 * <p>Formula: paid ÷ budget &lt; elapsed fiscal months ÷ 12 − 15 points; elapsed are whole months, 12 after the year.
 * The budget is what was appropriated, adjusted and carried in.
 *
 * <p>Source: the office's supervision rules, "slow spending". Not to be used on a year without a budget.
 */
public final class SlowSpending implements Rule<SlowSpending.Facts> {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final Thresholds thresholds;

    /**
     * A fund year.
     *
     * @param entries events of its budget
     * @param elapsedMonths whole fiscal months, 0 to 12
     */
    public record Facts(List<String> entries, BigDecimal budget, BigDecimal paid, int elapsedMonths) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    /** Judges by those thresholds. */
    public SlowSpending(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "slow-spending";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.budget().signum() <= 0) {
            return Verdict.notJudged("no-budget");
        }
        // paid ÷ budget < months ÷ 12 − share, without a division that rounds
        BigDecimal elapsed = BigDecimal.valueOf(facts.elapsedMonths())
                .subtract(thresholds.slowShare().multiply(MONTHS));
        if (facts.paid().multiply(MONTHS).compareTo(facts.budget().multiply(elapsed)) >= 0) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("budget", facts.budget())
                .with("paid", facts.paid())
                .with("executed", Shares.shown(facts.paid(), facts.budget()))
                .with("elapsedMonths", facts.elapsedMonths())
                .against("behind", thresholds.slowShare()));
    }
}
