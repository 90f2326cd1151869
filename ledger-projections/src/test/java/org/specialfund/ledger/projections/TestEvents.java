package org.specialfund.ledger.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stand-in for the table of events: rows are real, payloads stay in memory. */
public final class TestEvents {

    private static final String INSERT = """
            INSERT INTO ledger_event (event_id, stream, sequence, type, revision, payload, metadata)
            VALUES (?, ?, ?, ?, '1', '', '') RETURNING position
            """;

    private final DataSource dataSource;
    private final Map<String, LedgerEvent> payloads = new ConcurrentHashMap<>();
    private final Set<LedgerEvent> unreadable = ConcurrentHashMap.newKeySet();

    public TestEvents(DataSource dataSource) {
        this.dataSource = dataSource;
        new JdbcTemplate(dataSource).execute("""
                        CREATE TABLE IF NOT EXISTS ledger_event (
                            position bigserial PRIMARY KEY, event_id uuid NOT NULL UNIQUE, stream text NOT NULL,
                            sequence bigint NOT NULL, type text NOT NULL, revision text, payload bytea NOT NULL,
                            metadata bytea NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp())
                        """);
    }

    /** A table that holds events which were recorded elsewhere, metadata included. */
    public static EventTable holding(TestDatabase database, List<RecordedEvent> events) {
        new TestEvents(database.dataSource());
        Map<Long, RecordedEvent> byPosition = new HashMap<>();
        for (RecordedEvent event : events) {
            byPosition.put(event.position(), event);
            database.jdbc()
                    .update(
                            """
                            INSERT INTO ledger_event (position, event_id, stream, sequence, type, revision, payload, metadata)
                            VALUES (?, ?::uuid, ?, ?, ?, ?, '', '') ON CONFLICT (position) DO NOTHING
                            """,
                            event.position(),
                            event.eventId(),
                            event.stream(),
                            event.sequence(),
                            event.type(),
                            event.revision());
        }
        return new EventTable(database.jdbc(), "ledger_event", row -> byPosition.get(row.position()));
    }

    /** Appends in one transaction; answers the positions. */
    public List<Long> append(LedgerEvent... events) throws SQLException {
        try (Open open = open(events)) {
            open.commit();
            return open.positions;
        }
    }

    /** Appends to one stream, from sequence 0, in one transaction; answers the positions. */
    public List<Long> appendTo(String stream, LedgerEvent... events) throws SQLException {
        try (Open open = open(stream, events)) {
            open.commit();
            return open.positions;
        }
    }

    /** From now on an event that equals this cannot be read. */
    public void spoil(LedgerEvent event) {
        unreadable.add(event);
    }

    /** Every event can be read again. */
    public void cure() {
        unreadable.clear();
    }

    /** Appends in a transaction that is not committed yet, each event to a stream of its own. */
    public Open open(LedgerEvent... events) throws SQLException {
        return open(null, events);
    }

    private Open open(@Nullable String stream, LedgerEvent... events) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        List<Long> positions = new ArrayList<>();
        for (LedgerEvent event : events) {
            UUID id = UUID.randomUUID();
            payloads.put(id.toString(), event);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, id);
                insert.setString(2, stream == null ? "test:" + id : stream);
                insert.setLong(3, stream == null ? 0 : positions.size());
                insert.setString(4, EventFields.typeOf(event.getClass()).value());
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    positions.add(row.getLong(1));
                }
            }
        }
        return new Open(connection, positions);
    }

    public EventTable table() {
        return new EventTable(new JdbcTemplate(dataSource), "ledger_event", this::decode);
    }

    private RecordedEvent decode(EventTable.Stored row) {
        LedgerEvent event = payloads.get(row.eventId());
        if (unreadable.contains(event)) {
            throw new IllegalStateException("spoilt");
        }
        return new RecordedEvent(
                row.position(),
                row.recordedAt(),
                row.eventId(),
                row.stream(),
                row.sequence(),
                row.type(),
                row.revision(),
                event,
                Map.of("actor", "p-1", "role", "clerk"));
    }

    /** A transaction that holds positions. */
    public static final class Open implements AutoCloseable {

        private final Connection connection;
        private final List<Long> positions;

        private Open(Connection connection, List<Long> positions) {
            this.connection = connection;
            this.positions = positions;
        }

        public List<Long> positions() {
            return positions;
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
