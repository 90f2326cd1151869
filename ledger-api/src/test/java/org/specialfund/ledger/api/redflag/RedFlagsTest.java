package org.specialfund.ledger.api.redflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.redflag.command.DismissRedFlag;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Rules run over events as they come and over the history, raise once, and what they raised is listed and dismissed. */
class RedFlagsTest extends LedgerHttpTest {

    /** Working days, whatever the year. */
    private static final LocalDate MARCH = wednesdayOf(3);

    private static final LocalDate SEPTEMBER = wednesdayOf(9);

    @Autowired
    private RedFlagRun run;

    @Autowired
    private CommandExecutor executor;

    @Autowired
    private JdbcTemplate jdbc;

    private String fund;
    private String allocation;
    private String payee;

    @BeforeEach
    void aFundWithALimitForApproval() {
        fund = limitedFundWith("1000.00", ENDED);
        payee = payee();
        allocation = allocation(fund, ENDED, payee, "500.00");
    }

    @Test
    void eventsAsTheyComeAndTheHistoryGiveTheSameFlagsOnce() {
        String first = recorded(allocation, payee, "60.00", null, MARCH);
        recorded(allocation, payee, "95.00", null, MARCH.plusDays(2));
        follow();
        List<JsonNode> asTheyCame = flags("");

        assertThat(rules(asTheyCame)).containsExactly("back-dated", "just-under-limit", "split");
        JsonNode split = flags("&rule=split").get(0);
        assertThat(text(split, "subject")).isEqualTo(first);
        assertThat(text(split.get("inputs"), "sum")).isEqualTo("155.00");
        assertThat(text(split.get("thresholds"), "limit")).isEqualTo("100.00");
        assertThat(split.get("entries")).hasSize(2);

        runOverHistory();
        List<JsonNode> afterHistory = flags("");
        assertThat(rules(afterHistory))
                .as("time and the whole year are judged on demand only")
                .containsExactly("back-dated", "just-under-limit", "slow-spending", "split");
        JsonNode again = runOverHistory();
        assertThat(again.get("rules").get("split").get("hits").asLong()).isPositive();
        again.get("rules")
                .forEach(rule -> assertThat(rule.get("raised").asLong()).isZero());
        follow();
        assertThat(flags("")).hasSameSizeAs(afterHistory);
    }

    @Test
    void refusedAttemptsAndPapersAreJudged() {
        String other = payee();
        recorded(allocation, payee, "10.00", "FP-" + fund, MARCH);
        recorded(allocation, other, "20.00", "FP-" + fund, SEPTEMBER);
        HttpResponse<String> tooMuch = send(
                post("clerk", "/api/v1/disbursements", paymentBody(fresh("R-"), allocation, payee, "700.00", ENDED)));
        problem(tooMuch, 409, "exceeds-available");
        String proposal =
                proposed("clerk", "/disbursements/record", record(fresh("R-"), payee, "1.00", null, SEPTEMBER));
        follow();

        assertThat(rules(flags("")))
                .containsExactly("back-dated", "duplicate", "over-budget-attempt", "payee-mismatch");
        JsonNode duplicate = flags("&rule=duplicate").get(0);
        assertThat(text(duplicate, "subject")).isEqualTo("invoice:FP-" + fund);
        JsonNode attempt = flags("&subject=" + allocation).get(0);
        assertThat(text(attempt, "rule")).isEqualTo("over-budget-attempt");

        Person clerk = new Person(DemoUsers.personId("clerk"), Set.of(Role.CLERK, Role.AUDITOR), null);
        DismissRedFlag dismiss = new DismissRedFlag("over-budget-attempt", 1, allocation, "a slip");
        Refusal refusal = executor.execute(Item.of(dismiss, People.alone(clerk), fresh("dismiss-")))
                .outcome()
                .refusal();
        assertThat(refusal).isNotNull();
        assertThat(refusal.code().code())
                .as("who was refused acted in it: %s", proposal)
                .isEqualTo("acted-in-it");
    }

    @Test
    void aFlagIsDismissedWithAReasonAndCounted() {
        recorded(allocation, payee, "99.00", null, MARCH);
        follow();
        String id = text(flags("&rule=just-under-limit").get(0), "flagId");
        String path = "/red-flags/" + id;
        problem(send(post("auditor", "/api/v1" + path + "/dismiss", "{}")), 400, "malformed");
        problem(send(post("clerk", "/api/v1" + path + "/dismiss", "{\"reason\": \"no\"}")), 403, "role-not-allowed");

        JsonNode answer = done("auditor", path + "/dismiss", "{\"reason\": \"合同价\"}");

        JsonNode flag = ok("inspector", path + "?minPosition=" + text(answer, "position"));
        assertThat(text(flag, "state")).isEqualTo("dismissed");
        assertThat(text(flag, "reason")).isEqualTo("合同价");
        assertThat(text(flag, "endedBy")).isEqualTo(DemoUsers.personId("auditor"));
        problem(
                send(post("inspector", "/api/v1" + path + "/dismiss", "{\"reason\": \"x\"}")),
                409,
                "red-flag-not-open");
        assertThat(flags("&state=raised&rule=just-under-limit")).isEmpty();
        JsonNode counts = ok("auditor", "/red-flags/counts?fund=" + fund);
        List<String> shown = new ArrayList<>();
        counts.forEach(
                count -> shown.add(text(count, "rule") + " " + text(count, "raised") + " " + text(count, "dismissed")));
        assertThat(shown).containsExactly("back-dated 1 0", "just-under-limit 1 1");
    }

    /** What it raises nobody can dismiss or convert in its name, and no duty of two people is met with it. */
    @Test
    void theLedgerRaisesUnderAnIdThatNoLoginCanHave() {
        assertThat(RedFlagRuns.LEDGER.roles()).containsExactly(Role.INSPECTOR);
        assertThat(jdbc.queryForObject(
                        "select data_type from information_schema.columns where table_name = 'app_user'"
                                + " and column_name = 'person_id'",
                        String.class))
                .isEqualTo("uuid");
        assertThatThrownBy(() -> UUID.fromString(RedFlagRuns.LEDGER.id())).isInstanceOf(IllegalArgumentException.class);
        recorded(allocation, payee, "99.00", null, MARCH);
        follow();
        assertThat(jdbc.queryForList(
                        "select distinct type from history.event where actor = ?",
                        String.class,
                        RedFlagRuns.LEDGER.id()))
                .contains("red-flag.raised")
                .isSubsetOf("red-flag.raised", "refusal.recorded");
    }

    /** Two nodes, or the timer and a person, at once. */
    @Test
    void runsAtTheSameTimeRaiseAFlagOnce() throws Exception {
        recorded(allocation, payee, "99.00", null, MARCH);
        caughtUp();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> following = threads.submit(() -> run.follow(RedFlagRuns.LEDGER));
            Future<?> onDemand = threads.submit(() -> run.all(RedFlagRuns.LEDGER));
            following.get();
            onDemand.get();
        } finally {
            threads.shutdownNow();
        }
        caughtUp();
        assertThat(flags("&rule=just-under-limit")).hasSize(1);
        assertThat(flags("&rule=back-dated")).hasSize(1);
    }

    @Test
    void onlyAuditorsAndInspectorsSeeThemAndAnAdministratorMayRunThem() {
        problem(get("clerk", "/red-flags"), 403, "forbidden");
        problem(get("approver", "/red-flags/counts"), 403, "forbidden");
        problem(send(post("leader", "/api/v1/red-flags/run", "")), 403, "forbidden");
        problem(get("auditor", "/red-flags/no-such-flag"), 404, "not-found");
        problem(get("admin", "/red-flags"), 403, "forbidden");
        run("admin");
        assertThat(ended("admin")).isEqualTo("done");
    }

    private static LocalDate wednesdayOf(int month) {
        return LocalDate.of(ENDED, month, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    private JsonNode runOverHistory() {
        caughtUp();
        run("auditor");
        assertThat(ended("auditor")).isEqualTo("done");
        caughtUp();
        return ok("auditor", "/red-flags/run");
    }

    private String ended(String user) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String state = "running";
        while (state.equals("running") && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            state = text(ok(user, "/red-flags/run"), "state");
        }
        return state;
    }

    private void run(String user) {
        HttpResponse<String> response = send(post(user, "/api/v1/red-flags/run", ""));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    }

    private void follow() {
        caughtUp();
        run.follow(RedFlagRuns.LEDGER);
        caughtUp();
    }

    private void caughtUp() {
        long head = jdbc.queryForObject("select max(position) from ledger_event", Long.class);
        ok("auditor", "/red-flags/counts?minPosition=" + head);
    }

    private List<JsonNode> flags(String query) {
        List<JsonNode> flags = new ArrayList<>();
        ok("auditor", "/red-flags?fund=" + fund + query).get("items").forEach(flags::add);
        return flags;
    }

    private static Set<String> rules(List<JsonNode> flags) {
        Set<String> rules = new TreeSet<>();
        flags.forEach(flag -> rules.add(text(flag, "rule")));
        return rules;
    }

    private String recorded(String allocationNo, String to, String amount, String invoice, LocalDate day) {
        assertThat(allocationNo).isEqualTo(allocation);
        String reference = fresh("R-");
        clerks("/disbursements/record", record(reference, to, amount, invoice, day));
        return reference;
    }

    private String record(String reference, String to, String amount, String invoice, LocalDate day) {
        String body = """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "%s", "effectiveDate": "%s",
                 %s %s}""";
        String invoiceField =
                invoice == null ? "" : "\"invoiceNo\": \"" + invoice + "\", \"invoiceAmount\": \"500.00\",";
        return body.formatted(reference, allocation, to, amount, day, invoiceField, DOCUMENT);
    }
}
