package org.specialfund.ledger.api.store;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;

/**
 * Snapshots of what is in memory, in the transaction of the events that they add up to. Asked for before a unit of work
 * commits, while the aggregate is its own and changes no more; one an aggregate. The framework's own snapshotter would
 * read all events since the last one again. Thread-safe.
 */
final class LedgerSnapshotter implements Snapshotter {

    private static final String TAKEN = LedgerSnapshotter.class.getName();

    private final EventStore events;
    private final Configuration configuration;

    LedgerSnapshotter(EventStore events, Configuration configuration) {
        this.events = events;
        this.configuration = configuration;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String stream) {
        Set<String> taken = CurrentUnitOfWork.get().root().getOrComputeResource(TAKEN, key -> new HashSet<>());
        if (taken.add(stream)) {
            Aggregate<?> aggregate = configuration.repository(aggregateType).load(stream);
            long version = aggregate.version();
            events.storeSnapshot(
                    aggregate.invoke(root -> new GenericDomainEventMessage<>(aggregate.type(), stream, version, root)));
        }
    }
}
