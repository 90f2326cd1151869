package org.specialfund.ledger.core.redflag.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project waited long for its first money.
 *
 * <p>Formula: day of the first allocation &gt; day of the application + 12 months.
 *
 * <p>Source: the office's supervision rules, "slow pipeline". Not to be used on a project whose application is not in
 * the ledger, nor where the allocation is dated before it.
 */
public final class SlowPipeline implements Rule<SlowPipeline.Facts> {

    private final Thresholds thresholds;

    /**
     * A project.
     *
     * @param entries the application, where it is known, and the first allocation
     * @param applied null where the ledger does not know it
     * @param allocated day of the first allocation
     */
    public record Facts(List<String> entries, @Nullable LocalDate applied, LocalDate allocated) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    /** Judges by those thresholds. */
    public SlowPipeline(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "slow-pipeline";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        LocalDate applied = facts.applied();
        if (applied == null) {
            return Verdict.notJudged("application-not-in-the-ledger");
        }
        if (facts.allocated().isBefore(applied)) {
            return Verdict.notJudged("allocated-before-the-application");
        }
        if (!facts.allocated().isAfter(applied.plusMonths(thresholds.pipelineMonths()))) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("appliedOn", applied)
                .with("allocatedOn", facts.allocated())
                .against("months", thresholds.pipelineMonths()));
    }
}
