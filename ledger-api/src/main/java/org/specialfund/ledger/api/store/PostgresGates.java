package org.specialfund.ledger.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.Gates;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gates in PostgreSQL: advisory locks of the current transaction, and a table. Locking and reading are two statements
 * (what the first waits for, the second must see: hence READ COMMITTED) sent in one round trip, together with what is
 * read ahead.
 */
final class PostgresGates implements Gates {

    /** Locks in the order in which the names are given. */
    private static final String ENTER = """
            select case when exclusive then pg_advisory_xact_lock(key) else pg_advisory_xact_lock_shared(key) end
            from unnest(?::bigint[], ?::boolean[]) as gates(key, exclusive);
            select name, facts from gate where name = any(?)""";

    private static final String WRITE = """
            insert into gate (name, facts) select * from unnest(?::text[], ?::bytea[])
            on conflict (name) do update set facts = excluded.facts""";

    /** A payment reads three or four gates, which hardly ever change. */
    private static final int MOST_KEPT = 20_000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** What the bytes of a gate said when they were read last. */
    private record Kept(byte[] stored, Object facts) {}

    PostgresGates(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<GateKey<?>, Object> enter(Set<GateKey<?>> read, Set<GateKey<?>> changed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("gates are entered within a transaction only");
        }
        TreeMap<GateKey<?>, Boolean> gates = new TreeMap<>();
        read.forEach(gate -> gates.put(gate, false));
        changed.forEach(gate -> gates.put(gate, true));
        if (gates.isEmpty()) {
            return Map.of();
        }
        String streams = StreamsAhead.pending();
        Map<GateKey<?>, Object> facts = jdbc.execute(
                ENTER + streams, (PreparedStatement statement) -> lockAndRead(statement, gates, !streams.isEmpty()));
        return facts == null ? Map.of() : facts;
    }

    @Override
    public void write(Map<GateKey<?>, Object> facts) {
        TreeMap<GateKey<?>, Object> ordered = new TreeMap<>(facts);
        String[] names = ordered.keySet().stream().map(GateKey::name).toArray(String[]::new);
        byte[][] values = ordered.values().stream().map(this::write).toArray(byte[][]::new);
        jdbc.update(WRITE, statement -> {
            Connection connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setArray(2, connection.createArrayOf("bytea", values));
        });
    }

    /** Facts as they are stored. */
    byte[] write(Object facts) {
        return json.writeValueAsBytes(facts);
    }

    /** The same bytes say the same, and facts do not change: they are made once. */
    private Object facts(GateKey<?> gate, String name, byte[] stored) {
        Kept before = kept.get(name);
        if (before != null && Arrays.equals(before.stored, stored)) {
            return before.facts;
        }
        Object facts = json.readValue(stored, gate.type().facts());
        if (kept.size() >= MOST_KEPT) {
            kept.clear(); // what is missed is only read once more
        }
        kept.put(name, new Kept(stored, facts));
        return facts;
    }

    private Map<GateKey<?>, Object> lockAndRead(
            PreparedStatement statement, TreeMap<GateKey<?>, Boolean> gates, boolean streams) throws SQLException {
        Connection connection = statement.getConnection();
        String[] names = gates.keySet().stream().map(GateKey::name).toArray(String[]::new);
        Long[] keys = new Long[names.length];
        for (int i = 0; i < names.length; i++) {
            keys[i] = LockKeys.of("gate", names[i]);
        }
        statement.setArray(1, connection.createArrayOf("int8", keys));
        statement.setArray(2, connection.createArrayOf("bool", gates.values().toArray(Boolean[]::new)));
        statement.setArray(3, connection.createArrayOf("text", names));
        if (streams) {
            StreamsAhead.bindPending(statement, 3);
        }
        statement.execute();
        if (!statement.getMoreResults()) {
            throw new IllegalStateException("the gates were locked but not read");
        }
        Map<String, GateKey<?>> byName = new HashMap<>();
        gates.keySet().forEach(gate -> byName.put(gate.name(), gate));
        Map<GateKey<?>, Object> facts = new HashMap<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                GateKey<?> gate = byName.get(rows.getString(1));
                if (gate != null) {
                    facts.put(gate, facts(gate, rows.getString(1), rows.getBytes(2)));
                }
            }
        }
        if (streams) {
            if (!statement.getMoreResults()) {
                throw new IllegalStateException("the streams were not read with the gates");
            }
            try (ResultSet rows = statement.getResultSet()) {
                StreamsAhead.keep(rows);
            }
        }
        return facts;
    }
}
