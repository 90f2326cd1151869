package org.specialfund.ledger.core;

import java.util.List;
import org.specialfund.ledger.core.decision.Outcome;

/** Rolls back a batch that was to be recorded together or not at all. */
@SuppressWarnings("serial") // never serialized
public final class AtomicBatchRefusedException extends RuntimeException {

    private final List<Outcome> outcomes;

    AtomicBatchRefusedException(List<Outcome> outcomes) {
        super("atomic batch refused", null, false, false);
        this.outcomes = List.copyOf(outcomes);
    }

    /** What became of each item, as far as it was decided; nothing was recorded, refusals neither. */
    public List<Outcome> outcomes() {
        return outcomes;
    }
}
