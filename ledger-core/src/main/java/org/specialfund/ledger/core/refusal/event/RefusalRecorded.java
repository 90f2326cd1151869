package org.specialfund.ledger.core.refusal.event;

import java.util.Map;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Somebody tried something and was refused; who is in the metadata.
 *
 * @param command the command's stored name
 * @param code stable code of the refusal
 * @param figures of the refusal, by name
 * @param subject what the command named, by field: codes, numbers, references, dates, amounts; no free text. Of a
 *     command that was not read, what is known of it
 */
@EventType("refusal.recorded")
public record RefusalRecorded(String command, String code, Map<String, String> figures, Map<String, String> subject)
        implements RefusalEvent {

    /** Copies the maps. */
    public RefusalRecorded {
        figures = Map.copyOf(figures);
        subject = Map.copyOf(subject);
    }
}
