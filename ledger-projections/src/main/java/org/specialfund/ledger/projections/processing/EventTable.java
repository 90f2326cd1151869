package org.specialfund.ledger.projections.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of events on PostgreSQL, read by pages: by the projections as events are committed, and by rebuilds from the
 * first event on. Thread-safe.
 */
public final class EventTable implements EventSource {

    private static final String COLUMNS =
            "position, extract(epoch FROM recorded_at) * 1000000 AS recorded_micros, event_id, stream, sequence, type, revision, payload, metadata";

    /** How much of the tail is read at once. */
    private static final int PAGE = 1_000;

    /** How often it looks for what other nodes append. */
    private static final Duration POLL = Duration.ofMillis(200);

    private final JdbcTemplate jdbc;
    private final String table;
    private final Function<Stored, RecordedEvent> decode;
    private final Object news = new Object();
    private long appended;
    private @Nullable Tail tail;

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

    /** Tells that events were committed, so that readers do not wait until they would look by themselves. */
    public void appended() {
        synchronized (news) {
            appended++;
            news.notifyAll();
        }
    }

    private long appendedSoFar() {
        synchronized (news) {
            return appended;
        }
    }

    /** Waits until something was appended since, or for a while. */
    private void awaitNews(long since, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (news) {
            long left = nanos;
            while (appended == since && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(news, left);
                left = end - System.nanoTime();
            }
        }
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(
                row.getLong("position"),
                Instant.EPOCH.plus(row.getLong("recorded_micros"), ChronoUnit.MICROS),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    /** The tail begins where the first reader finds the head. */
    private Tail tail() {
        synchronized (news) {
            Tail known = tail;
            if (known == null) {
                known = new Tail(head(), at -> decoded(read(at, PAGE)));
                tail = known;
            }
            return known;
        }
    }

    private List<Stored> read(Progress at, int most) {
        List<Stored> rows = fillers(at.gaps());
        rows.addAll(jdbc.query(
                "SELECT %s FROM %s WHERE position > ? ORDER BY position LIMIT ?".formatted(COLUMNS, table),
                EventTable::stored,
                at.position(),
                most));
        return rows;
    }

    private List<Stored> fillers(NavigableMap<Long, Instant> gaps) {
        Object[] positions = gaps.keySet().toArray();
        return positions.length == 0
                ? new ArrayList<>()
                : jdbc.query(
                        "SELECT %s FROM %s WHERE position = ANY(?) ORDER BY position".formatted(COLUMNS, table),
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("bigint", positions)),
                        EventTable::stored);
    }

    /** Those before the first that cannot be read; the next page begins with that one. */
    private List<RecordedEvent> decoded(List<Stored> rows) {
        List<RecordedEvent> events = new ArrayList<>(rows.size());
        for (Stored row : rows) {
            try {
                events.add(decode.apply(row));
            } catch (RuntimeException e) {
                if (events.isEmpty()) {
                    throw new CulpritException(row.position(), row.type(), e);
                }
                return events;
            }
        }
        return events;
    }

    private final class Pages implements Reader {

        private final Tail tail = tail();
        private Progress at;

        Pages(Progress from) {
            this.at = from;
        }

        @Override
        public List<RecordedEvent> next(int most, Duration wait) throws InterruptedException {
            long end = System.nanoTime() + wait.toNanos();
            long since = appendedSoFar();
            List<RecordedEvent> events = read(most);
            while (events.isEmpty() && System.nanoTime() - end < 0) {
                awaitNews(since, Math.min(POLL.toNanos(), end - System.nanoTime()));
                since = appendedSoFar();
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
            List<RecordedEvent> late = decoded(fillers(at.gaps().headMap(tail.from(), true)));
            List<RecordedEvent> next = late.isEmpty() ? tail.next(at, most) : late;
            return next == null ? decoded(EventTable.this.read(at, most)) : next;
        }
    }
}
