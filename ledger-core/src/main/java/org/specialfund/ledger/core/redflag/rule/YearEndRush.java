package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * Too much of a year is paid in its last month.
 *
 * <p>Formula: paid in the last fiscal month ÷ paid in the year &gt; 25 %.
 *
 * <p>Source: the office's supervision rules, "year-end rush". Not to be used before the year has ended, nor where dates are period ends
 * by construction: the last month would hold a whole quarter.
 */
public final class YearEndRush implements Rule<YearEndRush.Facts> {

    private final Thresholds thresholds;

    /**
     * The payments of a fund year, by their own dates.
     *
     * @param entries payments of the last month
     */
    public record Facts(
            List<String> entries, BigDecimal paidInLastMonth, BigDecimal paid, boolean ended, PeriodEnds dates) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    /** Judges by those thresholds. */
    public YearEndRush(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "year-end-rush";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (!facts.ended()) {
            return Verdict.notJudged("year-has-not-ended");
        }
        if (!Shares.isAbove(facts.paidInLastMonth(), facts.paid(), thresholds.rushShare())) {
            return Verdict.clear();
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("paid", facts.paid())
                .with("paidInLastMonth", facts.paidInLastMonth())
                .with("share", Shares.shown(facts.paidInLastMonth(), facts.paid()))
                .against("share", thresholds.rushShare()));
    }
}
