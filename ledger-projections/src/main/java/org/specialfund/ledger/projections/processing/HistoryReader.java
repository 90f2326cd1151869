package org.specialfund.ledger.projections.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads a long history from the first event on. Which types of events are wanted it learns from the first of each:
 * later ones that are not wanted leave their bytes in the database. For one thread at a time.
 */
final class HistoryReader {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

    private final JdbcTemplate jdbc;
    private final String query;
    private final Function<EventTable.Stored, RecordedEvent> decode;
    private final Predicate<Class<? extends LedgerEvent>> wanted;
    private final Map<String, Boolean> known = new HashMap<>();
    private Progress at = Progress.none();
    private boolean ended;

    /**
     * What was read at once.
     *
     * @param events that are wanted, in order
     * @param at the progress past these and those that are not
     * @param last whether there are no more, or the next cannot be read
     */
    record Page(List<RecordedEvent> events, Progress at, boolean last) {}

    HistoryReader(
            JdbcTemplate jdbc,
            String table,
            Function<EventTable.Stored, RecordedEvent> decode,
            Predicate<Class<? extends LedgerEvent>> wanted) {
        this.jdbc = jdbc;
        this.query = """
                SELECT %s, CASE WHEN type = ANY(?) THEN NULL ELSE payload END AS payload,
                    CASE WHEN type = ANY(?) THEN NULL ELSE metadata END AS metadata
                FROM %s WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
                """.formatted(EventTable.HEADER, table);
        this.decode = decode;
        this.wanted = wanted;
    }

    /** The next of the events up to a position. */
    Page next(int most, long upTo) {
        Progress.Steps steps = new Progress.Steps(at);
        List<RecordedEvent> events = new ArrayList<>();
        Object[] unwanted = known.keySet().stream()
                .filter(type -> !known.getOrDefault(type, true))
                .toArray();
        Integer read = jdbc.query(
                query,
                statement -> {
                    statement.setFetchSize(0);
                    statement.setArray(1, statement.getConnection().createArrayOf("text", unwanted));
                    statement.setArray(2, statement.getConnection().createArrayOf("text", unwanted));
                    statement.setLong(3, at.position());
                    statement.setLong(4, upTo);
                    statement.setInt(5, most);
                },
                rows -> {
                    int count = 0;
                    while (!ended && rows.next()) {
                        take(rows, steps, events);
                        count++;
                    }
                    return count;
                });
        at = steps.end();
        ended |= read == null || read < most;
        return new Page(events, at, ended);
    }

    private void take(ResultSet row, Progress.Steps steps, List<RecordedEvent> events) throws SQLException {
        String type = EventTable.type(row);
        boolean unwanted = Boolean.FALSE.equals(known.get(type));
        if (unwanted) {
            steps.past(EventTable.position(row), EventTable.recordedAt(row));
            return;
        }
        EventTable.Stored stored = EventTable.stored(row, 0);
        RecordedEvent event = decoded(stored);
        if (event == null) {
            ended = true;
            return;
        }
        if (known.computeIfAbsent(type, name -> wanted.test(event.event().getClass()))) {
            events.add(event);
        }
        steps.past(stored.position(), stored.recordedAt());
    }

    /** Null where it cannot be read: the ordinary way then finds it, and knows what to do. */
    private @Nullable RecordedEvent decoded(EventTable.Stored stored) {
        try {
            return decode.apply(stored);
        } catch (RuntimeException e) {
            LOG.debug("the event at {} cannot be read", stored.position(), e);
            return null;
        }
    }
}
