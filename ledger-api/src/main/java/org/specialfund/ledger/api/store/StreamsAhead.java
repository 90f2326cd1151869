package org.specialfund.ledger.api.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.ReadAhead;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Streams read by one statement and kept for the unit of work, where the event store would ask for the snapshot and the
 * events of each. In a transaction it goes with that of the gates, without gates nothing is read ahead; where there is no
 * transaction, as in a rehearsal, it is sent at once. A command that is tried again reads nothing ahead: it is behind if
 * another was faster.
 */
final class StreamsAhead implements ReadAhead {

    /** Metadata of a command message: how often it was tried before. */
    static final String TRIED = "tried";

    private static final String KEPT = StreamsAhead.class.getName();
    private static final String PENDING = KEPT + ".pending";

    // The limits keep the planner from joining the whole table: each stream is one look into its index.
    private static final String READ = """
            select last.*, true as is_snapshot
            from unnest(?::text[]) as asked(stream)
            cross join lateral (select * from ledger_snapshot where stream = asked.stream
                                order by sequence desc limit 1) as last
            union all
            select next.*, false
            from unnest(?::text[]) as asked(stream)
            cross join lateral (select event_id, stream, sequence, aggregate_type, occurred_at, type, revision,
                                    payload, metadata
                                from ledger_event
                                where stream = asked.stream
                                  and sequence > coalesce((select sequence from ledger_snapshot
                                                           where stream = asked.stream
                                                           order by sequence desc limit 1), -1)
                                order by sequence limit 1000000) as next""";

    private final JdbcTemplate jdbc;

    StreamsAhead(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A stream: its last snapshot, and all events after it. */
    static final class Stream {
        private @Nullable DomainEventData<byte[]> snapshot;
        private final List<DomainEventData<byte[]>> events = new ArrayList<>();

        /** The snapshot; null where there is none. */
        @Nullable
        DomainEventData<byte[]> snapshot() {
            return snapshot;
        }

        /** A page of events; null where the stream was not read from so early on. */
        @Nullable
        List<DomainEventData<byte[]>> events(long first, int most) {
            if (snapshot != null && first <= snapshot.getSequenceNumber()) {
                return null;
            }
            return events.stream()
                    .filter(event -> event.getSequenceNumber() >= first && event.getSequenceNumber() < first + most)
                    .toList();
        }
    }

    /** A stream that this unit of work has read ahead; null where it has not. */
    static @Nullable Stream kept(String stream) {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        Map<String, Stream> kept = CurrentUnitOfWork.get().root().getResource(KEPT);
        return kept == null ? null : kept.get(stream);
    }

    @Override
    public void read(Collection<String> streams) {
        if (streams.isEmpty()
                || !CurrentUnitOfWork.isStarted()
                || CurrentUnitOfWork.get().getMessage().getMetaData().containsKey(TRIED)) {
            return;
        }
        CurrentUnitOfWork.get().root().resources().put(PENDING, streams.toArray(String[]::new));
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.query(READ, statement -> bindPending(statement, 0), (ResultSetExtractor<Integer>) StreamsAhead::keep);
        }
    }

    /** A further statement that reads what was named, beginning with a semicolon; empty where nothing was. */
    static String pending() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get().root().resources().containsKey(PENDING)
                ? ";" + READ
                : "";
    }

    /** Binds the parameters of that statement, which come after those before it. */
    static void bindPending(PreparedStatement statement, int before) throws SQLException {
        Array streams = statement.getConnection().createArrayOf("text", (Object[])
                CurrentUnitOfWork.get().root().resources().get(PENDING));
        statement.setArray(before + 1, streams);
        statement.setArray(before + 2, streams);
    }

    /** Keeps what that statement has read, and says of how many streams; from then on nothing is pending. */
    static int keep(ResultSet row) throws SQLException {
        Map<String, Object> resources = CurrentUnitOfWork.get().root().resources();
        Map<String, Stream> kept = new HashMap<>();
        for (String stream : (String[]) resources.remove(PENDING)) {
            kept.put(stream, new Stream());
        }
        while (row.next()) {
            Stream stream = kept.get(row.getString("stream"));
            if (stream != null && row.getBoolean("is_snapshot")) {
                stream.snapshot = entry(row);
            } else if (stream != null) {
                stream.events.add(entry(row));
            }
        }
        resources.put(KEPT, kept);
        return kept.size();
    }

    /** An event or snapshot of a row that has all its columns. */
    static GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }
}
