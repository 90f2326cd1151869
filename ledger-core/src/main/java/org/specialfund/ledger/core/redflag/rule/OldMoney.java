package org.specialfund.ledger.core.redflag.rule;

import java.util.List;

/**
 * Money carried over for two years.
 *
 * <p>Formula: year − year of origin ≥ 2.
 *
 * <p>Source: the office's supervision rules, "two-year carry-over": money unspent for two consecutive years is surplus.
 */
public final class OldMoney implements Rule<OldMoney.Facts> {

    private final Thresholds thresholds;

    /**
     * Money that was carried into a year.
     *
     * @param originYear the year whose budget it came from
     */
    public record Facts(String entry, int year, int originYear) {}

    /** Judges by those thresholds. */
    public OldMoney(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "two-year-carry-over";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.year() - facts.originYear() < thresholds.carryOverYears()) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(List.of(facts.entry()))
                .with("year", facts.year())
                .with("originYear", facts.originYear())
                .against("years", thresholds.carryOverYears()));
    }
}
