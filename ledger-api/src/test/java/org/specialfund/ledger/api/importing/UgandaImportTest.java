package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.durability.LedgerClient;
import org.specialfund.ledger.api.durability.LedgerProcess;
import org.specialfund.ledger.api.exporting.JournalCheck;
import org.specialfund.ledger.api.store.ReplayedMoments;
import tools.jackson.databind.JsonNode;

/**
 * The Uganda file all the way, over HTTP, in an application of its own whose heap is 512 MB: rehearsed, confirmed by
 * another person, recorded, sent again, exported. It prints how long that took and what memory it needed.
 */
class UgandaImportTest {

    private static final String PROFILE = "uganda-western-region-2015";

    @TempDir
    private static Path folder;

    private static LedgerProcess ledger;
    private static LedgerClient client;
    private static GcLog gc;
    private static byte[] file;
    private static long before;
    private static long rehearsedWith;
    private static long after;
    private static JsonNode rehearsal;
    private static JsonNode recorded;
    private static JsonNode rules;

    @BeforeAll
    static void importIt() throws IOException, InterruptedException, SQLException {
        file = Files.readAllBytes(SharedData.uganda());
        gc = new GcLog(folder.resolve("gc.log"));
        ledger = LedgerProcess.start(
                folder, List.of("-Xmx512m", "-XX:TieredStopAtLevel=4", gc.option()), "--ledger.demo-fund=false");
        client = ledger.client();
        before = events();
        rehearsal = timed("rehearsed in", () -> {
            JsonNode uploaded = client.upload(PROFILE, file, "controlCount", "8335", "controlTotal", "218814.80");
            return client.awaitImport(id(uploaded), "rehearsed");
        });
        rehearsedWith = events();
        recorded = timed("recorded, and seen by every projection, in", () -> {
            JsonNode view = client.confirmImport(id(rehearsal));
            client.awaitProjections();
            return view;
        });
        rules = timed("judged by every supervision rule in", UgandaImportTest::rulesOverHistory);
        after = events();
        System.out.println("Uganda import: heap at most " + gc.peakMib() + " MiB, after a collection at most "
                + gc.peakAfterMib() + " MiB, resident at most " + ledger.peakResidentKib() / 1024 + " MiB");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void theKnownTotalsAreRehearsedAndThenRecorded() {
        assertThat(rehearsedWith)
                .as("nothing is recorded before the confirmation")
                .isEqualTo(before);
        assertTotals(rehearsal.get("rehearsal"));
        assertThat(rehearsal.get("contents").get("suffixed")).hasSize(2);
        assertThat(recorded.get("recording").get("accepted"))
                .isEqualTo(rehearsal.get("rehearsal").get("accepted"));
        assertThat(recorded.get("recording").get("refused"))
                .isEqualTo(rehearsal.get("rehearsal").get("refused"));
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void takenUpAgainAsAfterACrashNothingIsRecordedTwice() throws SQLException, IOException {
        // what was noted of the progress is lost
        try (Connection connection = ledger.database();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update import set state = 'recording', recording = null where id = '" + id(recorded) + "'");
        }
        JsonNode again = client.confirmImport(id(recorded));
        assertThat(events()).isEqualTo(after);
        assertThat(again.get("recording").get("accepted")).isEmpty();
        assertThat(tally(again.get("recording"), "repeated", "disbursement")).isEqualTo("11947 50078800000");
    }

    @Test
    void theSameFileAgainRecordsNothing() throws SQLException, IOException {
        JsonNode second = imported(file);
        assertThat(events()).isEqualTo(after);
        assertThat(second.get("recording").get("accepted")).isEmpty();
        assertThat(tally(second.get("recording"), "repeated", "allocation")).isEqualTo("7665 218814800000");
    }

    @Test
    void refusalsSentAgainUnmendedAreRefusedAgainAndNotRecorded() throws SQLException, IOException {
        String refusals = client.text("clerk", "/imports/" + id(recorded) + "/refusals");
        assertThat(refusals).startsWith("\uFEFFproject_id,Year,").contains("return-names-no-payment");
        JsonNode sent = imported(refusals.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.get("contents").get("malformed").asLong()).isZero();
        assertThat(sent.get("recording").get("accepted")).isEmpty();
        assertThat(sent.get("recording").get("repeated")).isEmpty();
        assertThat(sent.get("recording").get("rows").asLong()).isEqualTo(1_321);
        assertThat(events()).isEqualTo(after);
    }

    @Test
    void threeProgramsAgreeWithEveryBalance() throws IOException {
        JournalCheck check = new JournalCheck(folder, path -> client.text("auditor", path));
        int accounts = timed("read by hledger, ledger and bean-check in", () -> {
            try {
                return check.allAgree();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        // of each of 38 fund years one at least, of nearly every allocation one for what is left or paid
        assertThat(accounts).isGreaterThan(7_665);
    }

    @Test
    void replayedToAThousandRandomEventsItIsWhatItsProjectionSaysAndPlainSqlAgrees() throws IOException {
        String database = ledger.jdbcUrl();
        timed("replayed in", () -> {
            ReplayedMoments.check(database);
            return true;
        });
    }

    /** What each rule says is in {@code docs/red-flags.md}, and why. */
    @Test
    void everySupervisionRuleSaysWhatItFoundOrWhyItMustNotBeUsed() throws SQLException, IOException {
        assertThat(UgandaFlags.of(rules)).containsExactlyInAnyOrderElementsOf(UgandaFlags.expected());
        JsonNode again = rulesOverHistory();
        assertThat(UgandaFlags.raised(again)).as("raised by a second run").isZero();
        assertThat(events()).isEqualTo(after);
    }

    private static JsonNode rulesOverHistory() {
        client.done("auditor", "/red-flags/run", "");
        JsonNode run = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> client.get("auditor", "/red-flags/run"),
                        last -> !last.get("state").asString().equals("running"));
        assertThat(run.get("state").asString()).as(run.toString()).isEqualTo("done");
        client.awaitProjections();
        return run.get("rules");
    }

    private static JsonNode imported(byte[] content) {
        String id = id(client.upload(PROFILE, content));
        client.awaitImport(id, "rehearsed");
        return client.confirmImport(id);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        System.out.println("Uganda import: " + what + " " + seconds + " s");
        return result;
    }

    private static long events() throws IOException, SQLException {
        try (Connection connection = ledger.database();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from ledger_event")) {
            assertThat(count.next()).isTrue();
            return count.getLong(1);
        }
    }

    private static String id(JsonNode view) {
        return view.get("id").asString();
    }

    private static void assertTotals(JsonNode run) {
        assertThat(tally(run, "accepted", "fund")).isEqualTo("41 0");
        assertThat(tally(run, "accepted", "year")).isEqualTo("41 0");
        assertThat(tally(run, "accepted", "payee")).isEqualTo("68 0");
        assertThat(tally(run, "accepted", "appropriation")).isEqualTo("38 218814800000");
        assertThat(tally(run, "accepted", "allocation")).isEqualTo("7665 218814800000");
        assertThat(tally(run, "accepted", "disbursement")).isEqualTo("11947 50078800000");
        JsonNode refused = run.get("refused").get("disbursement");
        long rows = 0;
        long sum = 0;
        for (String code : refused.propertyNames()) {
            boolean isReturn = code.equals("return-names-no-payment");
            rows += isReturn ? 0 : refused.get(code).get("rows").asLong();
            sum += isReturn ? 0 : Long.parseLong(refused.get(code).get("sum").asString());
        }
        assertThat(rows).as(refused.toString()).isEqualTo(1_320);
        assertThat(sum).isEqualTo(62_970_700_000L);
        assertThat(refused.get("unknown-allocation").get("rows").asLong()).isEqualTo(382);
        assertThat(refused.get("return-names-no-payment").get("rows").asLong()).isEqualTo(1);
    }

    private static String tally(JsonNode run, String what, String kind) {
        JsonNode tally = run.get(what).get(kind);
        return tally == null
                ? "none"
                : tally.get("rows").asLong() + " " + tally.get("sum").asString();
    }
}
