package org.specialfund.ledger.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.posting.LedgerEvent;
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

    private final Serializer serializer;
    private final Connection connection;
    private final String now = Instant.now().toString();
    private final StringBuilder events = new StringBuilder();
    private final StringBuilder commands = new StringBuilder();
    private final int[] sequences;
    private final boolean silent;
    private long position;

    /**
     * After the ledger's last event.
     *
     * @param sequences of the last event of every allocation, by its number
     * @param silent whether disbursements, which post nothing, and the command log are written too
     */
    private Filler(Serializer serializer, Connection connection, long position, int[] sequences, boolean silent) {
        this.serializer = serializer;
        this.connection = connection;
        this.position = position;
        this.sequences = sequences;
        this.silent = silent;
    }

    /** For a ledger that was prepared and is about to end; checks first that it writes as the ledger does. */
    static Filler of(Ledger ledger, Connection connection, boolean silent) {
        Payment sample = new Payment(1, 1, 100, new UUID(1, 1).toString());
        Preparation.accepted(List.of(ledger.executor().execute(Items.pay("P-SAMPLE", sample, Items.DAY))));
        int[] sequences = new int[Payments.ALLOCATIONS + 1];
        sequences[1] = 1;
        Serializer serializer = ledger.bean(Serializer.class);
        Long end = ledger.jdbc()
                .queryForObject("select position from command_log where command_id = ?", Long.class, sample.key());
        new Filler(serializer, connection, Objects.requireNonNull(end) - 2, new int[2], true)
                .compare(ledger.jdbc(), sample);
        return new Filler(serializer, connection, 0, sequences, silent);
    }

    private void compare(JdbcTemplate jdbc, Payment sample) {
        add("P-SAMPLE", sample, Items.DAY);
        List<String> recorded = jdbc.queryForList(
                "select concat_ws(e'\\t', position, stream, sequence, aggregate_type, type, revision,"
                        + " convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')) from ledger_event"
                        + " where position > ? and position <= ? order by position",
                String.class,
                position - 2,
                position);
        List<String> ours = Arrays.stream(events.toString().split("\n"))
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
                || !text(commands.toString().strip().split("\t")[3]).equals(answer)) {
            throw new IllegalStateException("recorded\n" + recorded + answer + "\nbut made\n" + ours + commands);
        }
    }

    /** So many payments, for a ledger that has ended; returns what they add up to, in minor units. */
    long fill(int payments, Shape shape) throws SQLException {
        // Asked for now: before it ended, the ledger may have raised a red flag of its own.
        position = last();
        List<String> indexes = withoutIndexes();
        SplittableRandom random = new SplittableRandom(1);
        long cents = 0;
        for (int number = 0; number < payments; number++) {
            Payment payment = new Payment(
                    shape.allocation(number, payments, random),
                    random.nextInt(1, Preparation.PAYEES + 1),
                    random.nextInt(1, 1001),
                    new UUID(random.nextLong(), random.nextLong()).toString());
            int day = shape.ordered() ? (int) (364L * number / payments) : random.nextInt(365);
            add("F-" + number, payment, Items.FIRST_DAY.plusDays(day));
            cents += payment.cents();
            if (number % CHUNK == CHUNK - 1 || number == payments - 1) {
                copy(EVENTS, events);
                copy(COMMANDS, commands);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '256MB'");
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("select setval(pg_get_serial_sequence('ledger_event', 'position'), " + position + ")");
            statement.execute("analyze");
        }
        return cents;
    }

    private long last() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from ledger_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Takes keys and indexes off the event table, which is quicker to fill without; returns what makes them again. */
    private List<String> withoutIndexes() throws SQLException {
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

        static final int HOT = 5_000;
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
            return toHot ? HOT : random.nextInt(1, QUIET);
        }
    }

    private void add(String reference, Payment payment, LocalDate date) {
        int allocation = payment.allocation();
        int fund = Preparation.fundOf(allocation);
        BigDecimal amount = payment.amount();
        MetaData metadata = MetaData.from(Items.metadata(payment.key()));
        String stream = "allocation:" + Items.allocation(allocation).toLowerCase(Locale.ROOT);
        int sequence = ++sequences[allocation];
        event(
                stream,
                sequence,
                "allocation",
                metadata,
                new FundsSpent(
                        Items.fund(fund),
                        Items.YEAR,
                        Items.allocation(allocation),
                        reference,
                        Items.payee(payment.payee()),
                        null,
                        BigDecimal.ZERO.setScale(2),
                        amount,
                        "CNY",
                        date,
                        Items.DOCUMENT,
                        null));
        if (!silent) {
            return;
        }
        String disbursement = "disbursement:" + reference.toLowerCase(Locale.ROOT);
        event(
                disbursement,
                0,
                "disbursement",
                metadata,
                new DisbursementRecorded(
                        reference,
                        Items.fund(fund),
                        Items.YEAR,
                        Items.allocation(allocation),
                        Items.payee(payment.payee()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        amount,
                        "CNY",
                        date,
                        Items.DOCUMENT,
                        null));
        String answer = "[{\"stream\":\"" + stream + "\",\"sequence\":" + sequence + "},{\"stream\":\"" + disbursement
                + "\",\"sequence\":0}]";
        commands.append(payment.key())
                .append('\t')
                .append(Items.HASH)
                .append('\t')
                .append(position)
                .append('\t');
        hex(commands, answer.getBytes(StandardCharsets.UTF_8)).append('\n');
    }

    private void event(String stream, long sequence, String aggregate, MetaData metadata, LedgerEvent event) {
        var message = new GenericDomainEventMessage<>(aggregate, stream, sequence, event, metadata);
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        events.append(++position)
                .append('\t')
                .append(new UUID(0x4000L, position))
                .append('\t');
        events.append(stream)
                .append('\t')
                .append(sequence)
                .append('\t')
                .append(aggregate)
                .append('\t')
                .append(now);
        events.append('\t').append(payload.getType().getName());
        events.append('\t').append(payload.getType().getRevision()).append('\t');
        hex(events, payload.getData()).append('\t');
        hex(events, message.serializeMetaData(serializer, byte[].class).getData())
                .append('\n');
    }

    private void copy(String sql, StringBuilder rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private static StringBuilder hex(StringBuilder to, byte[] bytes) {
        return to.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex.substring(3)), StandardCharsets.UTF_8);
    }
}
