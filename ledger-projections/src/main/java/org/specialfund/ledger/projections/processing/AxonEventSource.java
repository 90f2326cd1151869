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
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * Events of a store that numbers them without gaps as they are committed, such as Axon Server. It knows no recorded
 * time of its own: that of an event is the time at which the application made it. Thread-safe.
 */
public final class AxonEventSource implements EventSource {

    private final StreamableMessageSource<TrackedEventMessage<?>> store;

    /** Streams from the store. */
    public AxonEventSource(StreamableMessageSource<TrackedEventMessage<?>> store) {
        this.store = store;
    }

    @Override
    public Reader open(Progress from) {
        TrackingToken token =
                from.position() == Progress.BEFORE_ALL ? null : new GlobalSequenceTrackingToken(from.position());
        return new Streaming(store.openStream(token));
    }

    @Override
    public RecordedEvent at(long position) {
        TrackingToken before = position == 0 ? null : new GlobalSequenceTrackingToken(position - 1);
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(before)) {
            RecordedEvent event = recorded(stream.nextAvailable());
            if (event.position() != position) {
                throw new IllegalStateException("no event at position " + position);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public long head() {
        TrackingToken head = store.createHeadToken();
        return head == null ? Progress.BEFORE_ALL : position(head);
    }

    private static final class Streaming implements Reader {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final Queue<TrackedEventMessage<?>> waiting = new ArrayDeque<>();

        Streaming(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public List<RecordedEvent> next(int most, Duration wait) throws InterruptedException {
            long millis = wait.toMillis();
            while (waiting.size() < most && stream.hasNextAvailable((int) millis, TimeUnit.MILLISECONDS)) {
                waiting.add(stream.nextAvailable());
                millis = 0;
            }
            List<RecordedEvent> events = new ArrayList<>(waiting.size());
            while (!waiting.isEmpty()) {
                TrackedEventMessage<?> message = waiting.element();
                try {
                    events.add(recorded(message));
                } catch (RuntimeException e) {
                    if (events.isEmpty()) {
                        throw new CulpritException(position(message.trackingToken()), null, e);
                    }
                    return events; // the unreadable one comes first in the next page
                }
                waiting.remove();
            }
            return events;
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private static RecordedEvent recorded(TrackedEventMessage<?> message) {
        if (!(message.getPayload() instanceof LedgerEvent event)) {
            throw new IllegalStateException("not an event of the ledger: " + message.getPayloadType());
        }
        EventType type = EventFields.typeOf(event.getClass());
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new RecordedEvent(
                position(message.trackingToken()),
                message.getTimestamp(),
                message.getIdentifier(),
                domain == null ? message.getIdentifier() : domain.getAggregateIdentifier(),
                domain == null ? 0 : domain.getSequenceNumber(),
                type.value(),
                type.revision(),
                event,
                metadata);
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow(() -> new IllegalStateException("a token without position: " + token));
    }
}
