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
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.EventRef;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The commands that were accepted, in the database and in the transaction that appends their events. */
final class CommandLog {

    /** Beyond this, a batch relies on the primary key alone, so that it does not fill the server's lock table. */
    private static final int MOST_LOCKS = 100;

    // First statement of the transaction: a plan that was kept from when the tables were small must not read them
    // whole.
    // Where the other transaction commits between this statement's snapshot and its lock, the row is not seen; then the
    // primary key refuses the second insert and the command is decided once more.
    private static final String ENTER = """
            select asked.id, coalesce(pg_try_advisory_xact_lock(asked.key), true),
                log.command_id is not null, log.request_hash, log.position, log.answer
            from unnest(?::text[], ?::bigint[]) as asked(id, key)
            left join lateral (select * from command_log where command_id = asked.id limit 1) as log on true""";

    /** The events' own positions: of the last one, which was appended last. */
    private static final String WRITE = """
            insert into command_log (command_id, request_hash, position, answer)
            select accepted.id, accepted.hash, coalesce(
                (select position from ledger_event where stream = accepted.stream and sequence = accepted.sequence), 0),
                accepted.answer
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bytea[])
                as accepted(id, hash, stream, sequence, answer)""";

    private static final String PENDING = CommandLog.class.getName();

    private static final TypeReference<List<EventRef>> EVENTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CommandLog(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A command that is accepted now; its events in the order in which they are appended. */
    record Accepted(String commandId, @Nullable String requestHash, List<EventRef> events) {

        private @Nullable EventRef last() {
            return events.isEmpty() ? null : events.get(events.size() - 1);
        }
    }

    /** A command that was accepted. */
    record Entry(@Nullable String requestHash, long position, List<EventRef> events) {}

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

    /** Has accepted commands written together with their events, in one round trip. */
    static void writeWithEvents(UnitOfWork<?> unitOfWork, List<Accepted> accepted) {
        if (!accepted.isEmpty()) {
            unitOfWork.root().resources().put(PENDING, accepted);
        }
    }

    /** Writes what was not written together with events, because there were none. */
    void writeRest(UnitOfWork<?> unitOfWork) {
        String statement = pending(unitOfWork);
        if (!statement.isEmpty()) {
            jdbc.update(statement.substring(1), (PreparedStatement rest) -> bindPending(unitOfWork, rest, 0));
        }
    }

    /** A further statement for what is to be written, beginning with a semicolon; empty where nothing is. */
    static String pending(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().resources().containsKey(PENDING) ? ";" + WRITE : "";
    }

    /** Binds the parameters of that statement, which come after those before it; from then on it is not pending. */
    void bindPending(UnitOfWork<?> unitOfWork, PreparedStatement statement, int before) throws SQLException {
        @SuppressWarnings("unchecked") // put there above
        List<Accepted> accepted = (List<Accepted>) unitOfWork.root().resources().remove(PENDING);
        if (accepted == null) {
            return;
        }
        Connection connection = statement.getConnection();
        statement.setArray(
                before + 1, connection.createArrayOf("text", of(accepted, Accepted::commandId, String[]::new)));
        statement.setArray(
                before + 2, connection.createArrayOf("text", of(accepted, Accepted::requestHash, String[]::new)));
        statement.setArray(
                before + 3, connection.createArrayOf("text", of(accepted, CommandLog::stream, String[]::new)));
        statement.setArray(
                before + 4, connection.createArrayOf("int8", of(accepted, CommandLog::sequence, Long[]::new)));
        // An array of byte[][] and not of Object[]: the driver looks at its class.
        statement.setArray(before + 5, connection.createArrayOf("bytea", of(accepted, this::answer, byte[][]::new)));
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
        if (!statement.execute() && !statement.getMoreResults()) {
            throw new IllegalStateException("the commands were not looked up");
        }
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                Entry entry = rows.getBoolean(3)
                        ? new Entry(rows.getString(4), rows.getLong(5), json.readValue(rows.getBytes(6), EVENTS))
                        : null;
                known.put(rows.getString(1), new Known(rows.getBoolean(2), entry));
            }
        }
        return known;
    }

    private byte[] answer(Accepted accepted) {
        return json.writeValueAsBytes(accepted.events());
    }

    private static @Nullable String stream(Accepted accepted) {
        EventRef last = accepted.last();
        return last == null ? null : last.stream();
    }

    private static @Nullable Long sequence(Accepted accepted) {
        EventRef last = accepted.last();
        return last == null ? null : last.sequence();
    }

    private static <T> @Nullable T[] of(
            List<Accepted> accepted, Function<Accepted, @Nullable T> column, IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = array.apply(accepted.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(accepted.get(i));
        }
        return values;
    }
}
