package org.specialfund.ledger.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.specialfund.ledger.core.decision.Item;

/**
 * Cost as the history grows: payments a second, resident memory, rows and bytes. Writes a table and a picture. Takes
 * long; no part of the ordinary run.
 */
final class Growth implements Scenario {

    /** The greatest first, which says the most; the smallest is little more than what must be prepared. */
    private static final List<Integer> PAYMENTS = List.of(2_500_000, 500_000, 50_000, 5_000);

    private static final int TOGETHER = 50;

    private static final Duration SERVING = Duration.ofSeconds(10);

    /** What was seen at one size. */
    record Row(
            long events,
            double paymentsPerSecond,
            double residentMegabytes,
            double rowsAnEntryOrdered,
            double rowsAnEntryRandom,
            double bytesAnEvent,
            double projectionBytesAnEntry,
            double rebuiltPerSecond) {}

    private static final String ROWS = """
            select (select count(*) from balance.posting) + (select count(*) from balance.checkpoint)
                + (select count(*) from balance.entry) + (select count(*) from balance.balance)
                + (select count(*) from balance.account)""";

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        warmUp(bench);
        List<Row> rows = new ArrayList<>();
        for (int full : PAYMENTS) {
            int payments = bench.settings().scaled(full);
            double ordered = ordered(bench, payments);
            rows.add(0, random(bench, payments, ordered));
            Path directory = bench.settings().directory();
            Files.writeString(directory.resolve("growth.md"), GrowthReport.table(rows));
            Files.writeString(directory.resolve("growth.svg"), GrowthReport.picture(rows));
        }
        System.out.println(GrowthReport.table(rows));
        return rows.stream()
                .map(row -> Figure.stated(
                        name() + "." + row.events(),
                        row.paymentsPerSecond(),
                        "payments/s",
                        Map.of("row", row.toString())))
                .toList();
    }

    /** Or what is measured first would be measured while the compiler is at work. */
    private static void warmUp(Bench bench) throws Exception {
        try (History history = history(bench, PAYMENTS.get(PAYMENTS.size() - 1), false)) {
            throughput(bench, history);
        } finally {
            bench.server().drop("growth");
        }
    }

    /** Rows an entry where entries come in the order of their dates. */
    private static double ordered(Bench bench, int payments) throws Exception {
        try (History history = history(bench, payments, true)) {
            history.ledger().projections().rebuild("balance");
            return rowsAnEntry(history);
        } finally {
            bench.server().drop("growth");
        }
    }

    private static Row random(Bench bench, int payments, double ordered) throws Exception {
        try {
            return measured(bench, payments, ordered);
        } finally {
            bench.server().drop("growth");
        }
    }

    private static Row measured(Bench bench, int payments, double ordered) throws Exception {
        Row row;
        String url;
        String token;
        try (History history = history(bench, payments, false)) {
            long start = System.nanoTime();
            history.ledger().projections().rebuild("balance");
            double rebuilt = history.events() / ((System.nanoTime() - start) / 1e9);
            history.ledger().projections().rebuild("allocation");
            history.check();
            double rows = rowsAnEntry(history);
            double bytes = number(history, "select pg_total_relation_size('ledger_event')") / history.events();
            double projection = number(
                            history,
                            "select sum(pg_total_relation_size(c.oid)) from pg_class c where relkind = 'r'"
                                    + " and relnamespace = 'balance'::regnamespace")
                    / entries(history);
            double throughput = throughput(bench, history);
            url = history.url();
            token = HttpConnection.token(history.ledger().port(), "clerk");
            row = new Row(history.events(), throughput, 0, ordered, rows, bytes, projection, rebuilt);
        }
        return new Row(
                row.events(),
                row.paymentsPerSecond(),
                memory(bench, url, token),
                ordered,
                row.rowsAnEntryRandom(),
                row.bytesAnEvent(),
                row.projectionBytesAnEntry(),
                row.rebuiltPerSecond());
    }

    /** What posts nothing is left out where only rows an entry are counted. */
    private static History history(Bench bench, int payments, boolean ordered) throws Exception {
        return History.create(bench, "growth", payments, new Filler.Shape(payments / 10, ordered), !ordered);
    }

    private static double rowsAnEntry(History history) {
        return number(history, ROWS) / entries(history);
    }

    private static double entries(History history) {
        return number(history, "select count(*) from balance.entry");
    }

    private static double number(History history, String query) {
        return Objects.requireNonNull(history.ledger().jdbc().queryForObject(query, Double.class));
    }

    private static double throughput(Bench bench, History history) throws Exception {
        Payers payers = new Payers(history.ledger());
        Payers.Way way = InProcess.way(history.ledger());
        Duration turn = bench.settings().turn();
        touchAll(history.ledger());
        Contest.Side side = time -> payers.pay(bench, InProcess.CLIENTS, time, false, client -> way);
        Warmth.reach(side, turn);
        bench.say("growth: vacuuming");
        bench.server().settle();
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < bench.settings().rounds(); round++) {
            samples.add(side.work(turn));
        }
        samples.forEach(sample -> bench.say("growth: " + sample.json()));
        new Checks(history.ledger()).balanced();
        return Contest.median(samples, Sample::perSecond);
    }

    /**
     * A payment on every allocation: it reads its stream whole once, since histories are not written by commands and
     * have no snapshots, and leaves one.
     */
    private static void touchAll(Ledger ledger) {
        List<Item> together = new ArrayList<>();
        for (int allocation = 1; allocation <= Payments.ALLOCATIONS; allocation++) {
            int payee = 1 + allocation % Preparation.PAYEES;
            Payment payment =
                    new Payment(allocation, payee, allocation, UUID.randomUUID().toString());
            together.add(Items.pay("T-" + allocation, payment, Items.DAY));
            if (together.size() == TOGETHER || allocation == Payments.ALLOCATIONS) {
                Preparation.accepted(ledger.executor().execute(together, false));
                together = new ArrayList<>();
            }
        }
        ledger.awaitProjections(ledger.head());
    }

    private static double memory(Bench bench, String url, String token) throws Exception {
        try (Application application = Application.start(bench.settings(), url)) {
            Deployed.serve(application.awaitPort(), token, SERVING);
            return application.residentMegabytes();
        }
    }
}
