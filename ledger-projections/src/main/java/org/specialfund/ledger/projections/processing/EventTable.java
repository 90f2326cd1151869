package org.specialfund.ledger.projections.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of events on PostgreSQL, read by pages: by the projections as events are committed, and by rebuilds from
 * the first event on. Thread-safe.
 */
public final class EventTable {

    /** In the order in which {@link #stored} reads them, before payload and metadata. */
    static final String HEADER = "position, recorded_at, event_id, stream, sequence, type, revision";

    private static final String COLUMNS = HEADER + ", payload, metadata";

    /** How much is read at once, of the tail and of streams. */
    private static final int PAGE = 1_000;

    /** How often it looks for what other nodes append. */
    private static final Duration POLL = Duration.ofMillis(200);

    private final JdbcTemplate jdbc;
    private final String table;
    private final Function<Stored, RecordedEvent> decode;
    private final News news = new News();
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
            byte[] metadata) {

        EventHeader header() {
            return new EventHeader(position, recordedAt, eventId, stream, type);
        }
    }

    /** Reads that table; {@code decode} throws where it cannot read an event. */
    public EventTable(JdbcTemplate jdbc, String table, Function<Stored, RecordedEvent> decode) {
        this.jdbc = jdbc;
        this.table = table;
        this.decode = decode;
    }

    /** Reads on from there: what lies after the position, and what fills a gap. */
    public Reader open(Progress from) {
        return new Reader(from);
    }

    /** Reads a long history by pages; for events of whose class {@code wanted} says no, only that they are there. */
    HistoryReader history(Predicate<Class<? extends LedgerEvent>> wanted) {
        return new HistoryReader(jdbc, table, decode, wanted);
    }

    /** The greatest position recorded; {@link Progress#BEFORE_ALL} where there is none. */
    public long head() {
        Long head = jdbc.queryForObject("SELECT max(position) FROM " + table, Long.class);
        return head == null ? Progress.BEFORE_ALL : head;
    }

    /** Whether an event is recorded at any of these positions. */
    boolean hasAny(Collection<Long> positions) {
        Boolean any = jdbc.query(
                "SELECT EXISTS (SELECT FROM %s WHERE position = ANY(?))".formatted(table),
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("bigint", positions.toArray())),
                row -> row.next() && row.getBoolean(1));
        return Boolean.TRUE.equals(any);
    }

    /** The event at a position; throws where there is none, or it cannot be read. */
    RecordedEvent at(long position) {
        return decode.apply(rowsAt(List.of(position)).get(0));
    }

    /** The events at these positions, in order; those that are not there are left out. Throws where one cannot be read. */
    public List<RecordedEvent> at(Collection<Long> positions) {
        return rowsAt(positions).stream().map(decode).toList();
    }

    /** The events at these positions, by position; throws where one is not there, or cannot be read. */
    public Map<Long, RecordedEvent> byPosition(Collection<Long> positions) {
        Map<Long, RecordedEvent> events = new HashMap<>();
        at(positions).forEach(event -> events.put(event.position(), event));
        positions.forEach(position -> {
            if (!events.containsKey(position)) {
                throw new IllegalStateException("no event at position " + position);
            }
        });
        return events;
    }

    /** The position of the event of that id; none where there is no such event. */
    public OptionalLong positionOf(String eventId) {
        return jdbc
                .queryForList("SELECT position FROM %s WHERE event_id = ?::uuid".formatted(table), Long.class, eventId)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The first event of each of these streams; those that do not exist are left out. */
    public List<RecordedEvent> first(Collection<String> streams) {
        return jdbc
                .query(
                        "SELECT %s FROM %s WHERE stream = ANY(?) AND sequence = 0".formatted(COLUMNS, table),
                        EventTable::stored,
                        (Object) streams.toArray(String[]::new))
                .stream()
                .map(decode)
                .toList();
    }

    /** The events of streams up to a position, one by one, by stream and sequence; holds a page in memory at a time. */
    public void streams(Collection<String> streams, long knownAt, Consumer<RecordedEvent> each) {
        String[] ids = streams.toArray(String[]::new);
        String stream = "";
        long sequence = -1;
        List<Stored> page;
        do {
            page = jdbc.query(
                    ("SELECT %s FROM %s WHERE stream = ANY(?) AND position <= ? AND (stream, sequence) > (?, ?)"
                                    + " ORDER BY stream, sequence LIMIT ?")
                            .formatted(COLUMNS, table),
                    EventTable::stored,
                    ids,
                    knownAt,
                    stream,
                    sequence,
                    PAGE);
            for (Stored row : page) {
                each.accept(decode.apply(row));
                stream = row.stream();
                sequence = row.sequence();
            }
        } while (page.size() == PAGE);
    }

    /** The next events of these types behind a position, in order, so many at most. */
    public List<RecordedEvent> behind(long position, Collection<String> types, int most) {
        return jdbc
                .query(
                        "SELECT %s FROM %s WHERE position > ? AND type = ANY(?) ORDER BY position LIMIT ?"
                                .formatted(COLUMNS, table),
                        EventTable::stored,
                        position,
                        types.toArray(String[]::new),
                        most)
                .stream()
                .map(decode)
                .toList();
    }

    /** Tells that events were committed, so that readers do not wait until they would look by themselves. */
    public void appended() {
        news.tell();
    }

    static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(
                position(row),
                recordedAt(row),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                type(row),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9));
    }

    static long position(ResultSet row) throws SQLException {
        return row.getLong(1);
    }

    static String type(ResultSet row) throws SQLException {
        return row.getString(6);
    }

    static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject(2, OffsetDateTime.class).toInstant();
    }

    /** The tail begins where the first reader finds the head. */
    private synchronized Tail tail() {
        Tail known = tail;
        if (known == null) {
            known = new Tail(head(), at -> decoded(read(at, PAGE)));
            tail = known;
        }
        return known;
    }

    private List<Stored> read(Progress at, int most) {
        List<Stored> rows = rowsAt(at.gaps().keySet());
        rows.addAll(jdbc.query(
                "SELECT %s FROM %s WHERE position > ? ORDER BY position LIMIT ?".formatted(COLUMNS, table),
                EventTable::stored,
                at.position(),
                most));
        return rows;
    }

    private List<Stored> rowsAt(Collection<Long> positions) {
        return positions.isEmpty()
                ? new ArrayList<>()
                : jdbc.query(
                        "SELECT %s FROM %s WHERE position = ANY(?) ORDER BY position".formatted(COLUMNS, table),
                        EventTable::stored,
                        (Object) positions.toArray(Long[]::new));
    }

    /** Those before the first that cannot be read; the next page begins with that one. */
    private List<RecordedEvent> decoded(List<Stored> rows) {
        List<RecordedEvent> events = new ArrayList<>(rows.size());
        for (Stored row : rows) {
            try {
                events.add(decode.apply(row));
            } catch (RuntimeException e) {
                if (events.isEmpty()) {
                    throw new CulpritException(row.header(), e);
                }
                return events;
            }
        }
        return events;
    }

    /** A reader of events, for one thread; holds nothing between two pages. */
    public final class Reader {

        private final Tail tail = tail();
        private Progress at;

        private Reader(Progress from) {
            this.at = from;
        }

        /**
         * The next events, in the order in which they became visible; none where none came in time.
         *
         * @param most at least 1, not counting those that fill gaps
         */
        public List<RecordedEvent> next(int most, Duration wait) throws InterruptedException {
            long end = System.nanoTime() + wait.toNanos();
            long since = news.told();
            List<RecordedEvent> events = read(most);
            while (events.isEmpty() && System.nanoTime() - end < 0) {
                news.await(since, Math.min(POLL.toNanos(), end - System.nanoTime()));
                since = news.told();
                events = read(most);
            }
            at = at.after(events);
            return events;
        }

        private List<RecordedEvent> read(int most) {
            List<RecordedEvent> late =
                    decoded(rowsAt(at.gaps().headMap(tail.from(), true).keySet()));
            List<RecordedEvent> next = late.isEmpty() ? ofTail(most) : late;
            return next == null ? decoded(EventTable.this.read(at, most)) : next;
        }

        /** Null where this reader is not where the tail is: behind it, or past an event at which the tail stands. */
        private @Nullable List<RecordedEvent> ofTail(int most) {
            try {
                return tail.next(at, most);
            } catch (CulpritException e) {
                if (at.covers(e.position())) {
                    return null;
                }
                throw e;
            }
        }
    }
}
