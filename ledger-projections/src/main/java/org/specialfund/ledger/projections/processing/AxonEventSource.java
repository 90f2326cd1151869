package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** Events as Axon's event store on PostgreSQL streams them: without delay, from the moment they are committed. */
public final class AxonEventSource implements EventSource {

    private final StreamableMessageSource<TrackedEventMessage<?>> store;
    private final EventTable table;

    /** Streams from the store, and looks positions and recorded times up in its table. */
    public AxonEventSource(StreamableMessageSource<TrackedEventMessage<?>> store, EventTable table) {
        this.store = store;
        this.table = table;
    }

    @Override
    public Reader open(Progress from) {
        TrackingToken token = from.position() == Progress.BEFORE_ALL
                ? null
                : GapAwareTrackingToken.newInstance(from.position(), from.gaps().keySet());
        return new Streaming(store.openStream(token));
    }

    @Override
    public long head() {
        return table.head();
    }

    private final class Streaming implements Reader {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final Queue<TrackedEventMessage<?>> waiting = new ArrayDeque<>();
        private Map<String, EventTable.Place> places = Map.of();

        Streaming(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public List<RecordedEvent> next(int most, Duration wait) throws InterruptedException {
            if (waiting.isEmpty()) {
                receive(most, wait);
            }
            List<RecordedEvent> events = new ArrayList<>(waiting.size());
            while (!waiting.isEmpty()) {
                TrackedEventMessage<?> message = waiting.element();
                EventTable.Place place = places.get(message.getIdentifier());
                if (place == null) {
                    throw new IllegalStateException("event " + message.getIdentifier() + " is not in the table");
                }
                try {
                    events.add(recorded(message, place));
                } catch (RuntimeException e) {
                    if (events.isEmpty()) {
                        throw new CulpritException(place.position(), null, e);
                    }
                    return events; // the unreadable one comes first in the next batch
                }
                waiting.remove();
            }
            return events;
        }

        @Override
        public void close() {
            stream.close();
        }

        private void receive(int most, Duration wait) throws InterruptedException {
            long millis = wait.toMillis();
            while (waiting.size() < most && stream.hasNextAvailable((int) millis, TimeUnit.MILLISECONDS)) {
                waiting.add(stream.nextAvailable());
                millis = 0;
            }
            if (!waiting.isEmpty()) {
                // A message that fills a gap has the token of the stream, not its own position: the table knows.
                places = table.places(
                        waiting.stream().map(TrackedEventMessage::getIdentifier).toList());
            }
        }
    }

    private static RecordedEvent recorded(TrackedEventMessage<?> message, EventTable.Place place) {
        if (!(message.getPayload() instanceof LedgerEvent event)) {
            throw new IllegalStateException("not an event of the ledger: " + message.getPayloadType());
        }
        EventType type = EventFields.typeOf(event.getClass());
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        return new RecordedEvent(
                place.position(),
                place.recordedAt(),
                message.getIdentifier(),
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                type.value(),
                type.revision(),
                event,
                texts(message.getMetaData()));
    }

    private static Map<String, String> texts(Map<String, Object> metadata) {
        Map<String, String> texts = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }
}
