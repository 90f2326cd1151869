package org.specialfund.ledger.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.LedgerCore;
import org.specialfund.ledger.core.decision.GateKey;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the gates from the events once more. Only the kinds of aggregates that change gates are looked at, by an index
 * that holds nothing else, so that payments cost nothing; of these, kinds of gates are decided by the class of event, so
 * only events of types whose first event changes a gate are read.
 */
final class GateCheck {

    private static final int PAGE = 1_000;

    /** Said as the index {@code ledger_event_gates} says it. */
    private static final String OF_KINDS =
            LedgerCore.gatedKinds().stream().collect(Collectors.joining("', '", "aggregate_type in ('", "')"));

    private static final String FIRST_OF_TYPE = """
            select * from ledger_event where position in
                (select min(position) from ledger_event where %s group by type)""".formatted(OF_KINDS);

    private static final String NEXT =
            "select * from ledger_event where %s and type = any(?) and position > ? order by position limit %d"
                    .formatted(OF_KINDS, PAGE);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneState;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final PostgresGates gates;
    private final List<GateType<?>> types;

    GateCheck(
            JdbcTemplate jdbc,
            TransactionTemplate oneState,
            Serializer serializer,
            EventUpcaster upcasters,
            PostgresGates gates,
            List<GateType<?>> types) {
        this.jdbc = jdbc;
        this.oneState = oneState;
        this.oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.gates = gates;
        this.types = types;
    }

    /**
     * Compares the gates with the events. Gates whose facts have other fields than when they were last written are
     * written anew.
     *
     * @throws IllegalStateException where a gate differs from what the events say
     */
    void run() {
        boolean rewrites = types.stream().anyMatch(this::isReshaped);
        oneState.executeWithoutResult(status -> {
            // A long history may take longer than a command may.
            jdbc.execute("set local statement_timeout = 0; set local transaction_timeout = 0;"
                    + " set local idle_in_transaction_session_timeout = 0");
            if (rewrites) {
                // Waits for who writes a gate now; the state that is read is the one after.
                jdbc.execute("lock table gate in exclusive mode");
            }
            Map<String, byte[]> folded = fold();
            Map<String, byte[]> stored = new HashMap<>();
            jdbc.query("select name, facts from gate", row -> {
                stored.put(row.getString(1), row.getBytes(2));
            });
            TreeSet<String> differing = new TreeSet<>(folded.keySet());
            differing.addAll(stored.keySet());
            differing.removeIf(name -> Arrays.equals(folded.get(name), stored.get(name)));
            for (GateType<?> type : types) {
                rewriteIfReshaped(type, folded, differing);
            }
            if (!differing.isEmpty()) {
                throw new IllegalStateException("gates differ from the events: " + differing);
            }
        });
    }

    private boolean isReshaped(GateType<?> type) {
        List<String> before =
                jdbc.queryForList("select shape from gate_shape where type = ?", String.class, type.name());
        return !before.equals(List.of(SnapshotShape.checksumOf(type.facts())));
    }

    private void rewriteIfReshaped(GateType<?> type, Map<String, byte[]> folded, TreeSet<String> differing) {
        if (!isReshaped(type)) {
            return;
        }
        String prefix = type.name() + ":";
        jdbc.update("delete from gate where starts_with(name, ?)", prefix);
        folded.forEach((name, facts) -> {
            if (name.startsWith(prefix)) {
                jdbc.update("insert into gate (name, facts) values (?, ?)", name, facts);
            }
        });
        jdbc.update(
                "insert into gate_shape (type, shape) values (?, ?)"
                        + " on conflict (type) do update set shape = excluded.shape",
                type.name(),
                SnapshotShape.checksumOf(type.facts()));
        differing.removeIf(name -> name.startsWith(prefix));
    }

    private Map<String, byte[]> fold() {
        Map<GateKey<?>, Object> facts = new HashMap<>();
        TreeSet<String> stored = new TreeSet<>();
        for (Entry first : jdbc.query(FIRST_OF_TYPE, (row, index) -> Entry.of(row))) {
            if (types.stream().anyMatch(type -> type.keyOf().of(event(first)) != null)) {
                stored.add(first.type());
            }
        }
        long position = 0;
        List<Entry> page;
        do {
            long after = position;
            page = jdbc.query(
                    NEXT,
                    statement -> {
                        statement.setArray(
                                1, statement.getConnection().createArrayOf("text", stored.toArray(String[]::new)));
                        statement.setLong(2, after);
                    },
                    (row, index) -> Entry.of(row));
            for (Entry entry : page) {
                LedgerEvent event = event(entry);
                types.forEach(type -> change(type, event, facts));
                position = entry.position;
            }
        } while (page.size() == PAGE);
        Map<String, byte[]> folded = new TreeMap<>();
        facts.forEach((gate, value) -> folded.put(gate.name(), gates.write(value)));
        return folded;
    }

    @SuppressWarnings("unchecked") // facts are keyed by their type
    private static <F> void change(GateType<F> type, LedgerEvent event, Map<GateKey<?>, Object> facts) {
        String key = type.keyOf().of(event);
        if (key != null) {
            GateKey<F> gate = type.key(key);
            @Nullable F before = (F) facts.get(gate);
            facts.put(gate, Objects.requireNonNull(type.fold().after(before, event)));
        }
    }

    private LedgerEvent event(Entry entry) {
        return (LedgerEvent)
                EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry.data), serializer, upcasters)
                        .next()
                        .getPayload();
    }

    /** A stored event and its position. */
    private record Entry(long position, String type, GenericDomainEventEntry<byte[]> data) {

        static Entry of(ResultSet row) throws SQLException {
            return new Entry(row.getLong("position"), row.getString("type"), StreamsAhead.entry(row));
        }
    }
}
