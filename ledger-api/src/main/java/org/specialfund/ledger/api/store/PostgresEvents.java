package org.specialfund.ledger.api.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.EventRef;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's JDBC engine on our tables. All events of a unit of work are appended by one statement, whatever their number,
 * together with the commands that were accepted; it returns their positions and types, so that nobody looks them up.
 * Thread-safe.
 */
final class PostgresEvents extends JdbcEventStorageEngine {

    /** The columns of {@code ledger_event} and {@code ledger_snapshot} by Axon's names. */
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("ledger_event")
            .snapshotTable("ledger_snapshot")
            .globalIndexColumn("position")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("stream")
            .sequenceNumberColumn("sequence")
            .typeColumn("aggregate_type")
            .timestampColumn("occurred_at")
            .payloadTypeColumn("type")
            .payloadRevisionColumn("revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private static final String APPENDED = PostgresEvents.class.getName() + ".appended";

    private static final String APPEND = """
            insert into ledger_event
                (event_id, stream, sequence, aggregate_type, occurred_at, type, revision, payload, metadata)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                ?::bytea[], ?::bytea[])
            returning stream, sequence, position, type""";

    private static final String STORE_SNAPSHOT = """
            with older as (delete from ledger_snapshot where stream = ? and sequence < ?)
            insert into ledger_snapshot
                (event_id, stream, sequence, aggregate_type, occurred_at, type, revision, payload, metadata)
            values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (stream, sequence) do update
            set occurred_at = excluded.occurred_at, type = excluded.type, revision = excluded.revision,
                payload = excluded.payload, metadata = excluded.metadata""";

    private final JdbcTemplate jdbc;
    private final TransactionManager transactions;
    private final CommandLog log;

    PostgresEvents(Builder builder, JdbcTemplate jdbc, TransactionManager transactions, CommandLog log) {
        super(configured(builder).transactionManager(transactions));
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
    }

    private static Builder configured(Builder builder) {
        return (Builder) builder.schema(SCHEMA)
                .createTokenAt((connection, schema, instant) -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "select min(position) - 1 from ledger_event where recorded_at >= ?");
                    statement.setObject(1, atUtc(instant));
                    return statement;
                })
                // Sequence numbers have no gaps: a page that is not full is the last, no need to ask for one more.
                .finalAggregateBatchPredicate(page -> page.size() < 100)
                // So many events may overtake a transaction while it is open: what is further back is never looked for.
                .maxGapOffset(1_000_000)
                .batchSize(100);
    }

    /** An event's place in the table, and its stored type. */
    record Appended(long position, String type) {}

    /** The events that this unit of work has appended so far. */
    static Map<EventRef, Appended> appendedIn(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(APPENDED, key -> new HashMap<>());
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Columns columns = new Columns(events, serializer);
        UnitOfWork<?> unit = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        String sql = unit == null ? APPEND : APPEND + CommandLog.pending(unit);
        transactions.executeInTransaction(() -> {
            try {
                Map<EventRef, Appended> appended = jdbc.execute(sql, (PreparedStatement s) -> append(s, columns, unit));
                if (appended != null && unit != null) {
                    appendedIn(unit).putAll(appended);
                }
            } catch (DataAccessException e) {
                handlePersistenceException(e, events.get(0));
            }
        });
    }

    private Map<EventRef, Appended> append(PreparedStatement statement, Columns columns, @Nullable UnitOfWork<?> unit)
            throws SQLException {
        columns.bind(statement);
        if (unit != null) {
            log.bindPending(unit, statement, Columns.TYPES.size());
        }
        Map<EventRef, Appended> appended = new HashMap<>();
        statement.execute();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                appended.put(
                        new EventRef(rows.getString(1), rows.getLong(2)),
                        new Appended(rows.getLong(3), rows.getString(4)));
            }
        }
        return appended;
    }

    /** In place of older ones. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        byte[] metadata = snapshot.serializeMetaData(serializer, byte[].class).getData();
        transactions.executeInTransaction(() -> jdbc.update(
                STORE_SNAPSHOT,
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getIdentifier(),
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getType(),
                atUtc(snapshot.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        StreamsAhead.Stream ahead = StreamsAhead.kept(stream);
        return ahead == null ? super.readSnapshotData(stream) : Stream.ofNullable(ahead.snapshot());
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int most) {
        StreamsAhead.Stream ahead = StreamsAhead.kept(stream);
        List<DomainEventData<byte[]>> events = ahead == null ? null : ahead.events(first, most);
        return events == null ? super.fetchDomainEvents(stream, first, most) : events;
    }

    /** An event without an aggregate has no type; Axon asks for one, so its stream stands in. */
    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        if (row.getString(SCHEMA.typeColumn()) != null) {
            return super.getDomainEventData(row);
        }
        String stream = row.getString(SCHEMA.aggregateIdentifierColumn());
        return new GenericDomainEventEntry<>(
                stream,
                stream,
                row.getLong(SCHEMA.sequenceNumberColumn()),
                row.getString(SCHEMA.eventIdentifierColumn()),
                readTimeStamp(row, SCHEMA.timestampColumn()),
                row.getString(SCHEMA.payloadTypeColumn()),
                row.getString(SCHEMA.payloadRevisionColumn()),
                row.getBytes(SCHEMA.payloadColumn()),
                row.getBytes(SCHEMA.metaDataColumn()));
    }

    @Override
    protected Object readTimeStamp(ResultSet resultSet, String columnName) throws SQLException {
        return resultSet.getObject(columnName, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Events turned into columns: serialized before the transaction is asked for anything. */
    private static final class Columns {

        private static final List<String> TYPES =
                List.of("uuid", "text", "int8", "text", "timestamptz", "text", "text", "bytea", "bytea");

        private final Object[][] columns;
        private @Nullable MetaData lastMetadata;
        private byte[] lastBytes = {};

        Columns(List<? extends EventMessage<?>> events, Serializer serializer) {
            columns = new Object[][] {
                new String[events.size()],
                new String[events.size()],
                new Long[events.size()],
                new String[events.size()],
                new String[events.size()],
                new String[events.size()],
                new String[events.size()],
                new byte[events.size()][],
                new byte[events.size()][]
            };
            for (int row = 0; row < events.size(); row++) {
                put(row, events.get(row), serializer);
            }
        }

        /** The events of a command have the same: it is serialized once. */
        private byte[] metadata(EventMessage<?> event, Serializer serializer) {
            if (!event.getMetaData().equals(lastMetadata)) {
                lastMetadata = event.getMetaData();
                lastBytes = event.serializeMetaData(serializer, byte[].class).getData();
            }
            return lastBytes;
        }

        private void put(int row, EventMessage<?> event, Serializer serializer) {
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            @Nullable DomainEventMessage<?> domain = event instanceof DomainEventMessage<?> of ? of : null;
            columns[0][row] = event.getIdentifier();
            // An event without an aggregate is a stream of its own.
            columns[1][row] = domain == null ? event.getIdentifier() : domain.getAggregateIdentifier();
            columns[2][row] = domain == null ? 0L : domain.getSequenceNumber();
            columns[3][row] = domain == null ? null : domain.getType();
            columns[4][row] = atUtc(event.getTimestamp()).toString();
            columns[5][row] = payload.getType().getName();
            columns[6][row] = payload.getType().getRevision();
            columns[7][row] = payload.getData();
            columns[8][row] = metadata(event, serializer);
        }

        void bind(PreparedStatement statement) throws SQLException {
            Connection connection = statement.getConnection();
            for (int column = 0; column < columns.length; column++) {
                Array array = connection.createArrayOf(TYPES.get(column), columns[column]);
                statement.setArray(column + 1, array);
            }
        }
    }
}
