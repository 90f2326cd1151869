package org.specialfund.ledger.api.store;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.EventRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds recorded events by what names them. Every look-up is by an index. Thread-safe. */
public final class EventIndex {

    private static final String TYPES = """
            select event.stream, event.sequence, event.type
            from unnest(?::text[], ?::bigint[]) as asked(stream, sequence)
            join ledger_event event using (stream, sequence)""";

    private final JdbcTemplate jdbc;

    EventIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The stored types of events; those that do not exist are absent. */
    public Map<EventRef, String> types(List<EventRef> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<EventRef, String> types = jdbc.execute(TYPES, (PreparedStatement statement) -> types(statement, events));
        return types == null ? Map.of() : types;
    }

    /** The event at a position. */
    public Optional<EventRef> at(long position) {
        return find("select stream, sequence from ledger_event where position = ?", position);
    }

    /** The event with that identifier. */
    public Optional<EventRef> withId(UUID eventId) {
        return find("select stream, sequence from ledger_event where event_id = ?", eventId);
    }

    private Optional<EventRef> find(String query, Object key) {
        return jdbc.query(query, (row, index) -> new EventRef(row.getString(1), row.getLong(2)), key).stream()
                .findFirst();
    }

    private static Map<EventRef, String> types(PreparedStatement statement, List<EventRef> events) throws SQLException {
        statement.setArray(
                1,
                array(statement, "text", events.stream().map(EventRef::stream).toArray()));
        statement.setArray(
                2,
                array(statement, "int8", events.stream().map(EventRef::sequence).toArray()));
        Map<EventRef, String> types = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                types.put(new EventRef(rows.getString(1), rows.getLong(2)), rows.getString(3));
            }
        }
        return types;
    }

    private static Array array(PreparedStatement statement, String type, @Nullable Object[] values)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, values);
    }
}
