package org.specialfund.ledger.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What one aggregate decided about a command.
 *
 * @param refusal null where it agrees
 * @param events to record; empty where it refuses
 */
public record Step(AggregateKey<?> aggregate, @Nullable Refusal refusal, List<LedgerEvent> events) {

    /** Copies the events. */
    public Step {
        events = List.copyOf(events);
    }
}
