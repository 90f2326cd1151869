package org.specialfund.ledger.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What became of a command.
 *
 * @param refusal null where it was accepted
 * @param events what was recorded; the refusal's own event where it was refused and that is new
 */
public record Outcome(@Nullable Refusal refusal, List<EventRef> events) {

    /** Copies the events. */
    public Outcome {
        events = List.copyOf(events);
    }

    /** Whether it was accepted. */
    public boolean accepted() {
        return refusal == null;
    }
}
