package org.specialfund.ledger.api.store;

import java.util.Map;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Outcome;

/**
 * What a command is answered.
 *
 * @param position the greatest position of what was recorded, a refusal's own event included; 0 where nothing was
 * @param repeated whether this is the answer of an earlier command of the same id
 * @param types the stored types of the events that were recorded just now; empty where it is repeated
 */
public record Answer(Outcome outcome, long position, boolean repeated, Map<EventRef, String> types) {

    /** An answer without recorded events, or to a command that was accepted before. */
    public Answer(Outcome outcome, long position, boolean repeated) {
        this(outcome, position, repeated, Map.of());
    }
}
