package org.specialfund.ledger.api.store;

import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.jspecify.annotations.Nullable;

/** Axon's snapshotter, finding the aggregates where a module registered them: Boot's finds beans only. */
final class LedgerSnapshotter extends AggregateSnapshotter {

    private final Configuration configuration;

    LedgerSnapshotter(Builder builder, Configuration configuration) {
        super(builder);
        this.configuration = configuration;
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
