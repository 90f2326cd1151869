package org.specialfund.ledger.api.store;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.CommandCodec;
import org.specialfund.ledger.core.decision.ReadAhead;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the write side together: the ledger's core on Axon on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /** Refuses to be told to use Axon Server: commands would go through it and events stay in PostgreSQL. */
    StoreConfiguration(@Value("${axon.axonserver.enabled:false}") boolean axonServer) {
        if (axonServer) {
            throw new IllegalStateException("Axon Server is not supported yet: leave axon.axonserver.enabled=false. "
                    + "Several nodes may share one PostgreSQL (spring.datasource.url).");
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LedgerCore ledgerCore(Clock clock, @Value("${ledger.cached-aggregates:20000}") int cachedAggregates) {
        return new LedgerCore(clock, cachedAggregates);
    }

    @Bean
    StoredTypes storedTypes() {
        return StoredTypes.ofLedger();
    }

    @Bean
    CommandCodec commandCodec(StoredTypes types) {
        return new JsonCommands(types);
    }

    @Bean
    @Primary
    Serializer serializer(StoredTypes types) {
        return new LedgerSerializer(types);
    }

    /** From every old revision of an event to the newest; a golden file of the old revision proves each step. */
    static EventUpcaster upcasters() {
        return new Revisions.Upcaster();
    }

    @Bean
    EventUpcaster ledgerUpcasters() {
        return upcasters();
    }

    /** The core writes its own metadata, of the item and not of the batch that carried it. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return new SimpleCorrelationDataProvider();
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver("23505");
    }

    @Bean
    PostgresEvents eventStorageEngine(
            JdbcTemplate jdbc,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            StoredTypes types,
            PersistenceExceptionResolver conflicts,
            CommandLog log,
            org.axonframework.config.Configuration configuration) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(configuration.upcasterChain())
                .persistenceExceptionResolver(conflicts)
                .snapshotFilter(types::isCurrent);
        return new PostgresEvents(builder, jdbc, transactions, log);
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("updated_at")
                .setOwnerColumn("owner")
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .timestampColumn("occurred_at")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("sequence")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    @Bean
    Snapshotter snapshotter(EventStore events, org.axonframework.config.Configuration configuration) {
        return new LedgerSnapshotter(events, configuration);
    }

    @Bean
    PostgresGates gates(JdbcTemplate jdbc) {
        return new PostgresGates(jdbc, LedgerJson.mapper());
    }

    @Bean
    ReadAhead readAhead(JdbcTemplate jdbc) {
        return new StreamsAhead(jdbc);
    }

    /** Runs before anything listens or is processed; a gate that differs stops the start. */
    @Bean
    SmartLifecycle gateCheck(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Serializer serializer,
            PostgresGates gates,
            org.axonframework.config.Configuration configuration) {
        GateCheck check = new GateCheck(
                jdbc,
                new TransactionTemplate(transactions),
                serializer,
                configuration.upcasterChain(),
                gates,
                LedgerCore.gates());
        return new AtStart(check::run);
    }

    @Bean
    CommandLog commandLog(JdbcTemplate jdbc) {
        return new CommandLog(jdbc, LedgerJson.mapper());
    }

    @Bean
    CommandExecutor commandExecutor(CommandGateway gateway, CommandBus bus, CommandLog log) {
        Registration unused = bus.registerHandlerInterceptor(new OnceOnly(log));
        return new CommandExecutor(gateway);
    }

    @Bean
    EventIndex eventIndex(JdbcTemplate jdbc) {
        return new EventIndex(jdbc);
    }

    @Bean
    Knowledge knowledge(JdbcTemplate jdbc) {
        return new Knowledge(jdbc);
    }

    /** Does something once, before every other lifecycle starts. */
    private static final class AtStart implements SmartLifecycle {

        private final Runnable task;
        private volatile boolean running;

        AtStart(Runnable task) {
            this.task = task;
        }

        @Override
        public void start() {
            task.run();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}
