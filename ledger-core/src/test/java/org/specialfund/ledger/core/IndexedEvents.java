package org.specialfund.ledger.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;

/** Events in memory, found by stream without looking at the others; a sequence number taken twice is a conflict. */
final class IndexedEvents implements EventStorageEngine {

    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final List<DomainEventMessage<?>> all = new ArrayList<>();
    private final Consumer<DomainEventMessage<?>> observer;

    IndexedEvents(Consumer<DomainEventMessage<?>> observer) {
        this.observer = observer;
    }

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> domainEvent = event instanceof DomainEventMessage<?> d
                    ? d
                    : new GenericDomainEventMessage<>(
                            null, event.getIdentifier(), 0, event.getPayload(), event.getMetaData());
            List<DomainEventMessage<?>> stream =
                    streams.computeIfAbsent(domainEvent.getAggregateIdentifier(), id -> new ArrayList<>());
            if (stream.size() != domainEvent.getSequenceNumber()) {
                throw new ConcurrencyException(domainEvent.getAggregateIdentifier());
            }
            stream.add(domainEvent);
            all.add(domainEvent);
            observer.accept(domainEvent);
        }
    }

    synchronized List<DomainEventMessage<?>> all() {
        return List.copyOf(all);
    }

    @Override
    public synchronized DomainEventStream readEvents(String id, long first) {
        List<DomainEventMessage<?>> stream = streams.getOrDefault(id, List.of());
        List<DomainEventMessage<?>> tail =
                List.copyOf(stream.subList((int) Math.min(first, stream.size()), stream.size()));
        return DomainEventStream.of(tail.stream(), () -> (long) stream.size() - 1);
    }

    @Override
    public synchronized Optional<Long> lastSequenceNumberFor(String id) {
        List<DomainEventMessage<?>> stream = streams.get(id);
        return stream == null ? Optional.empty() : Optional.of((long) stream.size() - 1);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        // Not kept: the streams of these tests are short, and the whole of them is what is tested.
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String id) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("nothing tracks these events");
    }
}
