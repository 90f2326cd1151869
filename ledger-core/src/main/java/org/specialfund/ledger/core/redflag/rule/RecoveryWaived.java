package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * A demand for paid money was given up.
 *
 * <p>Formula: waived &gt; 0.
 *
 * <p>Source: the office's supervision rules, "waiver of a recovery".
 */
public final class RecoveryWaived implements Rule<RecoveryWaived.Facts> {

    /** A recovery with what was waived of it, and the events that did so. */
    public record Facts(List<String> entries, BigDecimal demanded, BigDecimal waived) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public String name() {
        return "recovery-waived";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.waived().signum() <= 0) {
            return Verdict.clear();
        }
        return Verdict.of(
                Hit.on(facts.entries()).with("demanded", facts.demanded()).with("waived", facts.waived()));
    }
}
