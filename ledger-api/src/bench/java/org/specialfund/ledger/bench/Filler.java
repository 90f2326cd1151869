package org.specialfund.ledger.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes recorded payments straight into the event table and the command log: the bytes that the ledger's serializer
 * makes, by COPY. Compared with a payment that the ledger recorded itself. Nothing may run on the database meanwhile.
 */
final class Filler {

    private static final String EVENTS = "COPY ledger_event (position, event_id, stream, sequence, aggregate_type,"
            + " occurred_at, type, revision, payload, metadata) FROM STDIN";
    private static final String COMMANDS = "COPY command_log (command_id, request_hash, position, answer) FROM STDIN";
    private static final String INDEXES = """
            select coalesce('alter table ledger_event add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid),
                       pg_get_indexdef(i.indexrelid)),
                   coalesce('alter table ledger_event drop constraint ' || c.conname,
                       'drop index ' || i.indexrelid::regclass)
            from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
            where i.indrelid = 'ledger_event'::regclass""";
    private static final int CHUNK = 10_000;
    private static final int SAMPLE_CENTS = 100;

    private final Serializer serializer;

    private Filler(Serializer serializer) {
        this.serializer = serializer;
    }

    /** For copies of the store of a ledger that was prepared; checks first that it writes as the ledger does. */
    static Filler of(Ledger ledger) {
        Payment sample = new Payment(1, 1, SAMPLE_CENTS, new UUID(1, 1).toString());
        Preparation.accepted(List.of(ledger.executor().execute(Items.pay("P-SAMPLE", sample, Items.DAY))));
        Serializer serializer = ledger.bean(Serializer.class);
        compare(ledger.jdbc(), serializer, sample);
        return new Filler(serializer);
    }

    private static void compare(JdbcTemplate jdbc, Serializer serializer, Payment sample) {
        Long end =
                jdbc.queryForObject("select position from command_log where command_id = ?", Long.class, sample.key());
        long before = Objects.requireNonNull(end) - 2;
        PaymentRows made = new PaymentRows(serializer, before, new int[2], true);
        made.add("P-SAMPLE", sample, Items.DAY);
        List<String> recorded = jdbc.queryForList(
                "select concat_ws(e'\\t', position, stream, sequence, aggregate_type, type, revision,"
                        + " convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')) from ledger_event"
                        + " where position > ? and position <= ? order by position",
                String.class,
                before,
                end);
        List<String> ours = Arrays.stream(made.events.toString().split("\n"))
                .map(line -> line.split("\t"))
                .map(c -> jdbc.queryForObject(
                        "select concat_ws(e'\\t', ?, ?, ?, ?, ?, ?, ?, ?)",
                        String.class,
                        c[0],
                        c[2],
                        c[3],
                        c[4],
                        c[6],
                        c[7],
                        text(c[8]),
                        text(c[9])))
                .toList();
        String answer = jdbc.queryForObject(
                "select convert_from(answer, 'UTF8') from command_log where command_id = ?",
                String.class,
                sample.key());
        if (!recorded.equals(ours)
                || !text(made.commands.toString().strip().split("\t")[3]).equals(answer)) {
            throw new IllegalStateException("recorded\n" + recorded + answer + "\nbut made\n" + ours + made.commands);
        }
    }

    /**
     * So many payments, into a copy of the store that was prepared, on which no ledger runs; returns what all payments
     * there add up to, in minor units.
     *
     * @param silent whether disbursements, which post nothing, and the command log are written too
     */
    long fill(Connection connection, int payments, Shape shape, boolean silent) throws SQLException {
        int[] sequences = new int[Payments.ALLOCATIONS + 1];
        sequences[1] = 1;
        PaymentRows rows = new PaymentRows(serializer, last(connection), sequences, silent);
        List<String> indexes = withoutIndexes(connection);
        SplittableRandom random = new SplittableRandom(1);
        long cents = SAMPLE_CENTS;
        for (int number = 0; number < payments; number++) {
            int allocation = shape.allocation(number, payments, random);
            Payment payment = Payments.of(allocation, allocation == Payments.HOT, random);
            int day = shape.ordered() ? (int) (364L * number / payments) : random.nextInt(365);
            rows.add("F-" + number, payment, Items.FIRST_DAY.plusDays(day));
            cents += payment.cents();
            if (number % CHUNK == CHUNK - 1 || number == payments - 1) {
                copy(connection, EVENTS, rows.events);
                copy(connection, COMMANDS, rows.commands);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute(
                    "select setval(pg_get_serial_sequence('ledger_event', 'position'), " + rows.position() + ")");
            statement.execute("analyze");
        }
        return cents;
    }

    private static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from ledger_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Takes keys and indexes off the event table, which is quicker to fill without; returns what makes them again. */
    private static List<String> withoutIndexes(Connection connection) throws SQLException {
        List<String> make = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                make.add(rows.getString(1));
                drop.add(rows.getString(2));
            }
        }
        try (var statement = connection.createStatement()) {
            for (String one : drop) {
                statement.execute(one);
            }
        }
        return make;
    }

    /** Where payments go. */
    record Shape(int hot, boolean ordered) {

        /** Allocations from this number on have ten payments each. */
        static final int QUIET = 9_901;

        private static final int TEN = 10;

        int allocation(int number, int payments, SplittableRandom random) {
            int quiet = (Payments.ALLOCATIONS - QUIET + 1) * TEN;
            if (hot > 0 && number < quiet) {
                return QUIET + number / TEN;
            }
            boolean toHot = hot > 0
                    && (long) (number - quiet) * hot / (payments - quiet)
                            != (long) (number - quiet + 1) * hot / (payments - quiet);
            return toHot ? Payments.HOT : random.nextInt(1, QUIET);
        }
    }

    private static void copy(Connection connection, String sql, StringBuilder rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex.substring(3)), StandardCharsets.UTF_8);
    }
}
