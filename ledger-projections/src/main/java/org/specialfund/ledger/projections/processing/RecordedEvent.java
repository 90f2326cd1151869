package org.specialfund.ledger.projections.processing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * An event with its place in the ledger.
 *
 * @param position in the store's global order
 * @param recordedAt by the database's clock
 * @param stream {@code allocation:a7}; the event's own id where it belongs to no aggregate
 * @param sequence within the stream, from 0
 * @param type the stored name, {@code allocation.issued}
 * @param metadata must not change; may be read only when somebody asks
 */
public record RecordedEvent(
        long position,
        Instant recordedAt,
        String eventId,
        String stream,
        long sequence,
        String type,
        String revision,
        LedgerEvent event,
        Map<String, String> metadata) {

    EventHeader header() {
        return new EventHeader(position, recordedAt, eventId, stream, type);
    }

    /** An entry of the metadata; null where there is none. */
    public @Nullable String metadata(String key) {
        return metadata.get(key);
    }
}
