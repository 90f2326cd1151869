package org.specialfund.ledger.projections.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of events on PostgreSQL, read by large pages. Thread-safe. */
public final class EventTable implements EventSource {

    private static final String COLUMNS =
            "position, recorded_at, event_id, stream, sequence, type, revision, payload, metadata";

    private static final Duration POLL = Duration.ofMillis(20);

    private final JdbcTemplate jdbc;
    private final String table;
    private final Function<Stored, RecordedEvent> decode;

    /** A row: payload and metadata are the bytes that were stored. */
    public record Stored(
            long position,
            Instant recordedAt,
            String eventId,
            String stream,
            long sequence,
            String type,
            String revision,
            byte[] payload,
            byte[] metadata) {}

    /** What the database knows of an event that a stream does not. */
    record Place(long position, Instant recordedAt) {}

    /** Reads that table; {@code decode} throws where it cannot read an event. */
    public EventTable(JdbcTemplate jdbc, String table, Function<Stored, RecordedEvent> decode) {
        this.jdbc = jdbc;
        this.table = table;
        this.decode = decode;
    }

    @Override
    public Reader open(Progress from) {
        return new Pages(from);
    }

    @Override
    public long head() {
        Long head = jdbc.queryForObject("SELECT max(position) FROM " + table, Long.class);
        return head == null ? Progress.BEFORE_ALL : head;
    }

    /** Where events lie, by their ids; events that are not in the table are left out. */
    Map<String, Place> places(Collection<String> eventIds) {
        Map<String, Place> places = new HashMap<>();
        jdbc.query(
                "SELECT event_id, position, recorded_at FROM %s WHERE event_id = ANY(?)".formatted(table),
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", eventIds.toArray())),
                row -> {
                    places.put(
                            row.getString(1),
                            new Place(row.getLong(2), row.getTimestamp(3).toInstant()));
                });
        return places;
    }

    private RecordedEvent decoded(ResultSet row, int n) throws SQLException {
        Timestamp recordedAt = row.getTimestamp("recorded_at");
        Stored stored = new Stored(
                row.getLong("position"),
                recordedAt.toInstant(),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
        try {
            return decode.apply(stored);
        } catch (RuntimeException e) {
            throw new CulpritException(stored.position(), stored.type(), e);
        }
    }

    private final class Pages implements Reader {

        private Progress at;

        Pages(Progress from) {
            this.at = from;
        }

        @Override
        public List<RecordedEvent> next(int most, Duration wait) throws InterruptedException {
            long end = System.nanoTime() + wait.toNanos();
            List<RecordedEvent> events = read(most);
            while (events.isEmpty() && System.nanoTime() - end < 0) {
                Thread.sleep(POLL.toMillis());
                events = read(most);
            }
            at = at.after(events);
            return events;
        }

        @Override
        public void close() {
            // nothing is held between two pages
        }

        private List<RecordedEvent> read(int most) {
            List<RecordedEvent> events = new ArrayList<>();
            if (!at.gaps().isEmpty()) {
                Object[] gaps = at.gaps().keySet().toArray();
                events.addAll(jdbc.query(
                        "SELECT %s FROM %s WHERE position = ANY(?) ORDER BY position".formatted(COLUMNS, table),
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bigint", gaps)),
                        EventTable.this::decoded));
            }
            events.addAll(jdbc.query(
                    "SELECT %s FROM %s WHERE position > ? ORDER BY position LIMIT ?".formatted(COLUMNS, table),
                    EventTable.this::decoded,
                    at.position(),
                    most));
            return events;
        }
    }
}
