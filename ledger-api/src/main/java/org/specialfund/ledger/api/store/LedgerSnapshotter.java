package org.specialfund.ledger.api.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's snapshotter, finding the aggregates where a module registered them: Boot's finds beans only. What a command has
 * just changed is in memory, and its own until its unit of work ends: it is written down there, and stored beside the
 * commands once it is committed. Axon would read its events again. Thread-safe.
 */
final class LedgerSnapshotter extends AggregateSnapshotter {

    private final Configuration configuration;
    private final Serializer serializer;
    /** Committed and not stored yet, by stream: the newest of each. */
    private final Map<String, DomainEventMessage<?>> taken = new ConcurrentHashMap<>();

    LedgerSnapshotter(Builder builder, Configuration configuration, Serializer serializer) {
        super(builder);
        this.configuration = configuration;
        this.serializer = serializer;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String stream) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.COMMIT)) {
            DomainEventMessage<?> snapshot = take(aggregateType, stream);
            CurrentUnitOfWork.get().afterCommit(unit -> {
                taken.put(stream, snapshot);
                super.scheduleSnapshot(aggregateType, stream);
            });
        } else {
            super.scheduleSnapshot(aggregateType, stream);
        }
    }

    /** The aggregate as it is now. It is serialized at once, for it goes on changing. */
    private DomainEventMessage<?> take(Class<?> aggregateType, String stream) {
        Aggregate<?> aggregate = configuration.repository(aggregateType).load(stream);
        long version = aggregate.version();
        DomainEventMessage<?> snapshot =
                aggregate.invoke(root -> new GenericDomainEventMessage<>(aggregate.type(), stream, version, root));
        snapshot.serializePayload(serializer, byte[].class); // the message keeps what was serialized
        return snapshot;
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String stream) {
        DomainEventMessage<?> snapshot = taken.remove(stream);
        return snapshot == null
                ? super.createSnapshotterTask(aggregateType, stream)
                : () -> getEventStore().storeSnapshot(snapshot);
    }

    @Override
    @SuppressWarnings("NullAway") // as in the super class: null where there is none
    protected @Nullable AggregateFactory<?> getAggregateFactory(Class<?> aggregateType) {
        return configuration.findModules(AggregateConfiguration.class).stream()
                .filter(module -> module.aggregateType().equals(aggregateType))
                .findFirst()
                .<AggregateFactory<?>>map(AggregateConfiguration::aggregateFactory)
                .orElse(null);
    }
}
