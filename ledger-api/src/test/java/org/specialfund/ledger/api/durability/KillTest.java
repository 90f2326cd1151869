package org.specialfund.ledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/**
 * Kills the application, its PostgreSQL or both while they record, and at last stops them in order, and finds everything
 * that was acknowledged, once.
 * {@code -Dkill.rounds=25} does it more often; {@code -Dkill.seed=} repeats the random choices of a run.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 5);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int WRITERS = 16;
    private static final int ORDERS_A_WRITER = 15;
    private static final int ENDED = Year.now(ZoneOffset.UTC).getValue() - 1;
    private static final String FUND = "KILL-FUND";
    private static final int ALLOCATIONS = 4;
    private static final String DOCUMENT = "\"documentRef\": \"plan\"}";
    private static final String BEGUN = "\", \"effectiveDate\": \"" + ENDED + "-01-01\", " + DOCUMENT;

    @TempDir
    private static Path folder;

    private static LedgerProcess ledger;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void startAndPrepare() throws IOException, InterruptedException {
        start();
        LedgerClient client = ledger.client();
        client.done("planner", "leader", "/funds", """
            {"fundCode": "%s", "name": "Fund", "kind": "regular", "currency": "CNY", "termFrom": "%d-01-01",
             "timeZone": "Asia/Shanghai", "firstMonth": 1, "categories": [], "returnsTo": "allocation",
             "surplusTo": "year", "lateReturnsTo": "treasury", %s\
            """.formatted(FUND, ENDED, DOCUMENT));
        client.done("clerk", "approver", "/funds/" + FUND + "/years/" + ENDED, "{" + DOCUMENT);
        client.done("clerk", "approver", appropriations(), "{\"amount\": \"1000000.00" + BEGUN);
        for (int i = 0; i < ALLOCATIONS; i++) {
            String what = "{\"allocationNo\": \"K-" + i + "\", \"fundCode\": \"" + FUND + "\", \"year\": " + ENDED
                    + ", \"recipient\": \"" + DemoUsers.UNIT + "\", \"amount\": \"100000.00" + BEGUN;
            client.done("clerk", "approver", "/allocations", what);
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void whatWasAcknowledgedIsThereExactlyOnce() throws Exception {
        List<Order> all = new ArrayList<>();
        for (int round = 1; round <= ROUNDS + 1; round++) {
            Victim victim = Victim.of(round, ROUNDS, random);
            List<List<Order>> orders = orders(round);
            orders.forEach(all::addAll);
            int moment = 1 + random.nextInt(WRITERS * ORDERS_A_WRITER * 3 / 4);
            writeUntilKilled(orders, victim, moment);

            List<Order> acknowledged =
                    all.stream().filter(Order::isAcknowledged).toList();
            List<String> recorded = new ArrayList<>(new Books(ledger).requested("R-"));
            recorded.addAll(new Books(ledger).appropriated("R-"));
            assertThat(recorded)
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged.stream().map(Order::key).toList());
            int unheard = recorded.size() - acknowledged.size();
            if (victim == Victim.STOPPED) {
                assertThat(unheard).as("recorded, but not answered").isZero();
            }
            String sent = "; sent again " + (all.size() - acknowledged.size()) + ", recorded unheard " + unheard;
            report(round, victim, moment + " commands" + sent);
            Writers.parallel(
                    ledger.client(),
                    orders,
                    (client, each) -> each.forEach(order -> sendUntilAcknowledged(client, order)));
            checkOnce(all);
            Writers.parallel(ledger.client(), orders, (client, each) -> assertThat(each)
                    .allMatch(order -> order.isAnsweredAlike(client)));
            checkOnce(all);
            new Books(ledger).check();
        }
    }

    @Test
    void anImportGoesOnWhereItWas() throws Exception {
        int rounds = Math.max(3, ROUNDS / 2);
        for (int round = 1; round <= rounds + 1; round++) {
            String name = "import-" + round;
            String id = ledger.client()
                    .upload(SmallImport.profile(name), SmallImport.file(name))
                    .get("id")
                    .asString();
            JsonNode rehearsal = ledger.client().awaitImport(id, "rehearsed").get("rehearsal");
            ledger.client().done("approver", "/imports/" + id + "/confirm", "");
            int moment = 1 + random.nextInt(rehearsal.get("rows").asInt() * 3 / 4);
            Victim victim = Victim.of(round, rounds, random);
            awaitRecorded(id, moment);
            kill(victim);
            JsonNode recording = ledger.client().awaitImport(id, "recorded").get("recording");
            report(round, victim, moment + " rows of an import; repeated " + recording.get("repeated"));
            assertThat(recording.get("rows")).isEqualTo(rehearsal.get("rows"));
            assertThat(recording.get("refused")).isEqualTo(rehearsal.get("refused"));
            for (String kind : rehearsal.get("accepted").propertyNames()) {
                // what was recorded but not yet counted when it was killed counts as repeated
                for (String figure : List.of("rows", "sum")) {
                    assertThat(figure(recording, "accepted", kind, figure)
                                    .add(figure(recording, "repeated", kind, figure)))
                            .as("%s of %s: %s", figure, kind, recording)
                            .isEqualByComparingTo(figure(rehearsal, "accepted", kind, figure));
                }
            }
            assertThat(recordedBy(name)).hasSize(SmallImport.PAYMENTS).doesNotHaveDuplicates();
            new Books(ledger).check();
        }
    }

    /** Each writer's: payments by one person, and every fifth an appropriation of 1.00 by two. */
    private static List<List<Order>> orders(int round) {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> IntStream.range(0, ORDERS_A_WRITER)
                        .mapToObj(i -> order("R-" + round + "-" + writer + "-" + i, writer, i))
                        .toList())
                .toList();
    }

    private static Order order(String reference, int writer, int i) {
        if (i % 5 == 4) {
            return Order.byTwo(
                    reference,
                    appropriations(),
                    "{\"amount\": \"1.00" + BEGUN.replace("\"plan\"", "\"" + reference + "\""));
        }
        return Order.byOne(reference, writer % 2 == 0 ? "clerk" : "unit", "/disbursements", """
            {"reference": "%s", "allocationNo": "K-%d", "payee": "%s", "amount": "0.25",
             "effectiveDate": "%d-03-01"}\
            """.formatted(
                        reference, writer % ALLOCATIONS, DemoUsers.UNIT, ENDED));
    }

    private static String appropriations() {
        return "/funds/" + FUND + "/years/" + ENDED + "/appropriations";
    }

    private void writeUntilKilled(List<List<Order>> orders, Victim victim, int moment) throws Exception {
        CountDownLatch acknowledged = new CountDownLatch(moment);
        AtomicBoolean struck = new AtomicBoolean();
        ExecutorService killer = Executors.newSingleThreadExecutor();
        try {
            Future<?> killing = killer.submit(() -> {
                acknowledged.await();
                struck.set(true);
                victim.strike(ledger);
                return null;
            });
            Writers.parallel(ledger.client(), orders, (client, each) -> {
                for (Order order : each) {
                    while (!order.send(client)) {
                        if (struck.get()) {
                            return;
                        }
                    }
                    acknowledged.countDown();
                }
            });
            killing.get();
        } finally {
            killer.shutdownNow();
        }
        revive(victim);
    }

    private void kill(Victim victim) throws IOException, InterruptedException {
        victim.strike(ledger);
        revive(victim);
    }

    /** Who killed PostgreSQL alone has nothing to do: the application starts it again. */
    private static void revive(Victim victim) throws IOException, InterruptedException {
        if (victim == Victim.DATABASE) {
            ledger.awaitReady();
        } else {
            start();
        }
    }

    private static void start() throws IOException, InterruptedException {
        // Small batches, so that there is more than one moment to be killed at.
        ledger = LedgerProcess.start(folder, "--ledger.imports.batch=5");
    }

    private static void sendUntilAcknowledged(LedgerClient client, Order order) {
        if (!order.isAcknowledged()) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .until(() -> order.send(client));
        }
    }

    private static void checkOnce(List<Order> all) throws IOException, SQLException {
        Books books = new Books(ledger);
        List<String> payments = keys(all);
        assertThat(books.requested("R-")).containsExactlyInAnyOrderElementsOf(payments);
        assertThat(books.shown(FUND)).containsExactlyInAnyOrderElementsOf(payments);
        assertThat(books.appropriated("R-"))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(Order::wantsSecond).map(Order::key).toList());
        BigDecimal held = IntStream.range(0, ALLOCATIONS)
                .mapToObj(i -> ledger.client().get("clerk", "/allocations/K-" + i))
                .map(allocation -> new BigDecimal(allocation.get("held").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(held).isEqualByComparingTo(new BigDecimal("0.25").multiply(BigDecimal.valueOf(payments.size())));
    }

    private static List<String> keys(List<Order> orders) {
        return orders.stream()
                .filter(order -> !order.wantsSecond())
                .map(Order::key)
                .toList();
    }

    private static void awaitRecorded(String id, int rows) {
        Books books = new Books(ledger);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .pollDelay(Duration.ZERO)
                .until(() -> Integer.parseInt(
                                books.column("select coalesce((recording ->> 'rows')::int, 0) from import where id = '"
                                                + id + "'")
                                        .get(0))
                        >= rows);
    }

    private static BigDecimal figure(JsonNode report, String part, String kind, String name) {
        JsonNode tally = report.get(part).get(kind);
        return tally == null ? BigDecimal.ZERO : new BigDecimal(tally.get(name).asString());
    }

    private static List<String> recordedBy(String name) throws IOException, SQLException {
        return new Books(ledger)
                .column("select payload ->> 'reference' from event_readable where type = 'disbursement.recorded'"
                        + " and payload ->> 'reference' like '" + name + "-%'");
    }

    private void report(int round, Victim victim, String what) {
        System.out.println("seed " + SEED + ", round " + round + ": " + victim + " killed after " + what);
    }
}
