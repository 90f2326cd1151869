package org.specialfund.ledger.core.audit.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Draws a sample that anyone can draw again: see {@code Sampling}.
 *
 * @param method {@code random} or {@code monetary-unit}
 * @param seed any code; it decides what is drawn, and stays on record
 * @param size how many items
 * @param negatives how many of the negative items; null for none, and in a random sample, which draws from all alike
 * @param cutOff a position: what was recorded up to it is the population
 */
@EventType("audit.draw-sample")
public record DrawSample(
        String auditNo,
        String sampleId,
        String method,
        String seed,
        int size,
        @Nullable Integer negatives,
        long cutOff) implements LedgerCommand {

    private static final int MOST = 1_000;

    /** Checks the form. */
    public DrawSample {
        new Form()
                .code("auditNo", auditNo)
                .code("sampleId", sampleId)
                .oneOf("method", method, List.of("random", "monetary-unit"))
                .code("seed", seed)
                .range("size", size, 1, MOST)
                .range("negatives", negatives == null ? 0 : negatives, 0, "random".equals(method) ? 0 : MOST)
                .that(cutOff >= 0, "cutOff", "out-of-range")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
