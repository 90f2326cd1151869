package org.specialfund.ledger.api.projecting;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
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
        SerializedType stored = new SimpleSerializedType(row.type(), row.revision());
        EventType newest = EventFields.typeOf(serializer.classForType(stored));
        LedgerEvent event = newest.revision().equals(row.revision())
                ? serializer.deserialize(new SimpleSerializedObject<>(row.payload(), byte[].class, stored))
                : lifted(row);
        return new RecordedEvent(
                row.position(),
                row.recordedAt(),
                row.eventId(),
                row.stream(),
                row.sequence(),
                newest.value(),
                newest.revision(),
                event,
                new LazyMetadata(serializer, row.metadata()));
    }

    /** In the newest revision. */
    private LedgerEvent lifted(EventTable.Stored row) {
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
        return (LedgerEvent) EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, upcasters)
                .next()
                .getPayload();
    }

    /** Read when it is asked for: most projections ask for it of few events. */
    private static final class LazyMetadata extends AbstractMap<String, String> {

        private static final SerializedType TYPE = new SimpleSerializedType(MetaData.class.getName(), null);

        private final Serializer serializer;
        private final byte[] bytes;
        private volatile @Nullable Map<String, String> read;

        LazyMetadata(Serializer serializer, byte[] bytes) {
            this.serializer = serializer;
            this.bytes = bytes;
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return read().entrySet();
        }

        @Override
        public @Nullable String get(Object key) {
            return read().get(key);
        }

        private Map<String, String> read() {
            Map<String, String> known = read;
            if (known == null) {
                MetaData metadata = serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, TYPE));
                Map<String, String> texts = new HashMap<>();
                metadata.forEach((key, value) -> texts.put(key, String.valueOf(value)));
                known = Collections.unmodifiableMap(texts);
                read = known;
            }
            return known;
        }
    }
}
