package org.specialfund.ledger.api.store;

import java.time.Clock;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.Rehearsal;
import org.specialfund.ledger.core.decision.CommandCodec;

/** Parts of the write side without a database, for what is measured inside one process. */
public final class StoreParts {

    private StoreParts() {}

    /** What makes an event's bytes. */
    public static Serializer serializer() {
        return new LedgerSerializer(StoredTypes.ofLedger());
    }

    /** Decides on an empty ledger, in memory. */
    public static Rehearsal rehearsal() {
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine());
        configurer.registerComponent(CommandCodec.class, c -> new JsonCommands(StoredTypes.ofLedger()));
        LedgerCore core = new LedgerCore(Clock.systemUTC(), 1_000);
        core.configureModule(configurer);
        return core.rehearsal(configurer.buildConfiguration());
    }
}
