package org.specialfund.ledger.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.EventRef;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The commands that were accepted, in the database and in the transaction that appends their events. */
final class CommandLog {

    /** Beyond this, a batch relies on the primary key alone, so that it does not fill the server's lock table. */
    private static final int MOST_LOCKS = 100;

    // Where the other transaction commits between this statement's snapshot and its lock, the row is not seen; then the
    // primary key refuses the second insert and the command is decided once more.
    private static final String ENTER = """
            select asked.id, coalesce(pg_try_advisory_xact_lock(asked.key), true),
                log.command_id is not null, log.request_hash, log.position, log.answer
            from unnest(?::text[], ?::bigint[]) as asked(id, key)
            left join command_log log on log.command_id = asked.id""";

    private static final String WRITE = """
            insert into command_log (command_id, request_hash, position, answer)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[])""";

    private static final TypeReference<List<EventRef>> EVENTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CommandLog(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A command that was accepted. */
    record Entry(String commandId, @Nullable String requestHash, long position, List<EventRef> events) {}

    /**
     * What is known of a command id.
     *
     * @param free false while another transaction decides a command of this id
     * @param entry null where none was accepted
     */
    record Known(boolean free, @Nullable Entry entry) {}

    /** Claims the command ids for this transaction, as far as they are free, and looks them up. */
    Map<String, Known> enter(List<String> commandIds) {
        Map<String, Known> known = jdbc.execute(ENTER, (PreparedStatement statement) -> enter(statement, commandIds));
        return known == null ? Map.of() : known;
    }

    /** Writes accepted commands. */
    void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.update(WRITE, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("text", of(entries, Entry::commandId, String[]::new)));
            statement.setArray(2, connection.createArrayOf("text", of(entries, Entry::requestHash, String[]::new)));
            statement.setArray(3, connection.createArrayOf("int8", of(entries, Entry::position, Long[]::new)));
            // An array of byte[][] and not of Object[]: the driver looks at its class.
            statement.setArray(4, connection.createArrayOf("bytea", of(entries, this::answer, byte[][]::new)));
        });
    }

    private Map<String, Known> enter(PreparedStatement statement, List<String> commandIds) throws SQLException {
        String[] ids = commandIds.stream().distinct().toArray(String[]::new);
        @Nullable Long[] keys = new Long[ids.length];
        for (int i = 0; i < ids.length && ids.length <= MOST_LOCKS; i++) {
            keys[i] = LockKeys.of("command", ids[i]);
        }
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("text", ids));
        statement.setArray(2, connection.createArrayOf("int8", keys));
        Map<String, Known> known = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Entry entry = rows.getBoolean(3)
                        ? new Entry(
                                rows.getString(1),
                                rows.getString(4),
                                rows.getLong(5),
                                json.readValue(rows.getBytes(6), EVENTS))
                        : null;
                known.put(rows.getString(1), new Known(rows.getBoolean(2), entry));
            }
        }
        return known;
    }

    private byte[] answer(Entry entry) {
        return json.writeValueAsBytes(entry.events());
    }

    private static <T> @Nullable T[] of(
            List<Entry> entries, Function<Entry, @Nullable T> column, IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = array.apply(entries.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(entries.get(i));
        }
        return values;
    }
}
