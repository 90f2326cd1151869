package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An allocation from which nothing is paid.
 *
 * <p>Formula: today − day of issue &gt; 180 days, paid = 0, and there is something left to pay.
 *
 * <p>Source: the office's supervision rules, "dormant". Not to be used on an allocation of a year that has ended: what is left of it is
 * a matter of closing.
 */
public final class DormantAllocation implements Rule<DormantAllocation.Facts> {

    private final Thresholds thresholds;

    /**
     * An allocation.
     *
     * @param entry the event that began it
     * @param lastDay of its fund year
     * @param left available and held
     */
    public record Facts(
            String entry, LocalDate issued, LocalDate today, LocalDate lastDay, BigDecimal paid, BigDecimal left) {}

    /** Judges by those thresholds. */
    public DormantAllocation(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "dormant";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.today().isAfter(facts.lastDay())) {
            return Verdict.notJudged("year-has-ended");
        }
        long days = ChronoUnit.DAYS.between(facts.issued(), facts.today());
        if (days <= thresholds.dormantDays()
                || facts.paid().signum() != 0
                || facts.left().signum() <= 0) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(List.of(facts.entry()))
                .with("issuedOn", facts.issued())
                .with("today", facts.today())
                .with("days", days)
                .with("left", facts.left())
                .against("days", thresholds.dormantDays()));
    }
}
