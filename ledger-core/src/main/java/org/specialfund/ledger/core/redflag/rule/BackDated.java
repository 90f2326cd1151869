package org.specialfund.ledger.core.redflag.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry dated long before it was recorded.
 *
 * <p>Formula: working days between the effective date and the day of recording, in the fund's time zone, &gt; 5. They
 * are those of mainland China's working calendar (调休) where it knows all the years between and the fund is there;
 * otherwise Mondays to Fridays, and the flag says so. Version 1 counted Mondays to Fridays everywhere.
 *
 * <p>Source: the office's supervision rules, "back-dated". Not to be used where dates are period ends by construction, nor on what was
 * taken over from an older ledger.
 */
public final class BackDated implements Rule<BackDated.Facts> {

    private final Thresholds thresholds;

    /**
     * An entry.
     *
     * @param between the days after the effective date, up to and with the day of recording
     */
    public record Facts(String entry, LocalDate effective, LocalDate recorded, WorkingDays between, PeriodEnds dates) {}

    /** Judges by those thresholds. */
    public BackDated(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "back-dated";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.between().count() <= thresholds.backDatedWorkingDays()) {
            return Verdict.clear();
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        return Verdict.of(Hit.on(List.of(facts.entry()))
                .with("effectiveDate", facts.effective())
                .with("recordedOn", facts.recorded())
                .with("workingDays", facts.between().count())
                .with("countedBy", facts.between().countedBy())
                .against("workingDays", thresholds.backDatedWorkingDays()));
    }
}
