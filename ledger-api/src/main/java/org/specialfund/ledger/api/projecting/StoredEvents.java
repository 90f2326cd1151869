package org.specialfund.ledger.api.projecting;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Reads rows of the event table as Axon would: old revisions are lifted to the present one. Thread-safe. */
final class StoredEvents {

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    StoredEvents(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    RecordedEvent decode(EventTable.Stored row) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                row.stream(),
                row.stream(),
                row.sequence(),
                row.eventId(),
                row.recordedAt(),
                row.type(),
                row.revision(),
                row.payload(),
                row.metadata());
        DomainEventMessage<?> message = EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entry), serializer, upcasters)
                .next();
        LedgerEvent event = (LedgerEvent) message.getPayload();
        EventType type = EventFields.typeOf(event.getClass());
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new RecordedEvent(
                row.position(),
                row.recordedAt(),
                row.eventId(),
                row.stream(),
                row.sequence(),
                type.value(),
                type.revision(),
                event,
                metadata);
    }
}
