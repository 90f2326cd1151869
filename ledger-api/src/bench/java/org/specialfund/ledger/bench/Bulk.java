package org.specialfund.ledger.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of 100,000 payments, from its confirmation until all projections have caught up, beside the rival's set-based
 * function with 100 rows a call, after a tenth as many on both sides. The rival does half of its rows before and half
 * after.
 */
final class Bulk implements Scenario {

    private static final int ROWS = 100_000;
    private static final int BATCH = 100;
    private static final String BYTES = """
            select case when n.nspname = 'public' then c.relname::text else n.nspname::text end,
                sum(pg_total_relation_size(c.oid))::bigint
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') group by 1""";

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Bench.Both both = bench.both();
        int rows = bench.settings().scaled(ROWS);
        String url = both.rival().url();
        bench.say("bulk: " + rows + " rows on both sides");
        theirs(url, rows / 10);
        ours(bench, both, "W", rows / 10);
        bench.server().settle();
        double before = theirs(url, rows / 2);
        Ours ours = ours(bench, both, "B", rows);
        double after = theirs(url, rows / 2);
        bench.say("bulk: checking the books");
        both.check();
        return List.of(
                new Figure(
                        name(),
                        rows / ours.recordSeconds,
                        rows / 2 * 2 / (before + after),
                        "rows/s",
                        Target.atLeast(1),
                        Map.of("rows", rows, "recordSeconds", ours.recordSeconds, "theirSeconds", before + after)),
                Figure.stated(name() + ".rehearsal", rows / ours.rehearsalSeconds, "rows/s", Map.of("rows", rows)),
                bytesAnEvent(both.ledger()));
    }

    private record Ours(double rehearsalSeconds, double recordSeconds) {}

    private static Ours ours(Bench bench, Bench.Both both, String prefix, int rows)
            throws IOException, InterruptedException {
        int port = both.ledger().port();
        String clerk = HttpConnection.token(port, "clerk");
        String approver = HttpConnection.token(port, "approver");
        String file = file(both.payers(), prefix, rows);
        try (HttpConnection connection = new HttpConnection(port)) {
            Stopwatch rehearsal = new Stopwatch(bench.server());
            String id = json(connection.upload(clerk, "plain-disbursements", file))
                    .get("id")
                    .asString();
            await(connection, clerk, id, "rehearsed");
            double rehearsalSeconds = rehearsal.seconds();
            bench.say("bulk: recording what is confirmed");
            Stopwatch recording = new Stopwatch(bench.server());
            connection.post("/api/v1/imports/" + id + "/confirm", approver, "confirm-" + id, "");
            JsonNode report = await(connection, clerk, id, "recorded").get("recording");
            both.ledger().awaitProjections(both.ledger().head());
            double seconds = recording.seconds();
            if (report.get("rows").asInt() != rows) {
                throw new IllegalStateException("not all rows were recorded: " + report);
            }
            return new Ours(rehearsalSeconds, seconds);
        }
    }

    /** Of all that was recorded by now, by any way: events, command log and every projection, with their indexes. */
    private Figure bytesAnEvent(Ledger ledger) {
        double events =
                Objects.requireNonNull(ledger.jdbc().queryForObject("select count(*) from ledger_event", Double.class));
        Map<String, Object> bySchema = new TreeMap<>();
        ledger.jdbc().query(BYTES, row -> {
            bySchema.put(row.getString(1), Math.round(row.getLong(2) / events));
        });
        double all = bySchema.values().stream().mapToLong(bytes -> (Long) bytes).sum();
        return Figure.stated(name() + ".bytes", all, "bytes/event", Map.of("events", events, "bytes", bySchema));
    }

    private static String file(Payers payers, String prefix, int rows) {
        Payments payments = new Payments(Payers.random(), false);
        StringBuilder file = new StringBuilder("reference,allocationNo,payee,amount,effectiveDate,documentRef\n");
        List<String> references = new ArrayList<>();
        long cents = 0;
        for (int row = 0; row < rows; row++) {
            Payment payment = payments.next();
            String reference = "P-" + prefix + "-" + row;
            references.add(reference);
            cents += payment.cents();
            file.append(String.join(
                    ",",
                    reference,
                    Items.allocation(payment.allocation()),
                    Items.payee(payment.payee()),
                    payment.amount().toPlainString(),
                    Items.DAY.toString(),
                    "document\n"));
        }
        payers.note(references, cents);
        return file.toString();
    }

    private static JsonNode await(HttpConnection connection, String token, String id, String state)
            throws IOException, InterruptedException {
        while (true) {
            JsonNode view = json(connection.get("/api/v1/imports/" + id, token));
            String now = view.get("state").asString();
            if (now.equals(state)) {
                return view;
            }
            if (now.equals("failed")) {
                throw new IllegalStateException(view.toString());
            }
            Thread.sleep(100);
        }
    }

    private static JsonNode json(HttpConnection.Response response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Seconds for so many rows. */
    private static double theirs(String url, int rows) throws SQLException {
        Payments payments = new Payments(Payers.random(), false);
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("SELECT disburse_batch_set(?, ?, ?, ?)")) {
            for (int done = 0; done < rows; done += BATCH) {
                batch(connection, statement, payments);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void batch(Connection connection, PreparedStatement statement, Payments payments)
            throws SQLException {
        Long[] allocations = new Long[BATCH];
        Long[] cents = new Long[BATCH];
        String[] payees = new String[BATCH];
        String[] keys = new String[BATCH];
        for (int i = 0; i < BATCH; i++) {
            Payment payment = payments.next();
            allocations[i] = (long) payment.allocation();
            cents[i] = payment.cents();
            payees[i] = Items.payee(payment.payee());
            keys[i] = payment.key();
        }
        statement.setArray(1, connection.createArrayOf("int8", allocations));
        statement.setArray(2, connection.createArrayOf("int8", cents));
        statement.setArray(3, connection.createArrayOf("text", payees));
        statement.setArray(4, connection.createArrayOf("text", keys));
        statement.execute();
    }
}
