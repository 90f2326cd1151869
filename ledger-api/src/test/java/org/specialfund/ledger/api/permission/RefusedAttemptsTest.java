package org.specialfund.ledger.api.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** An attempt at a command by a role that may not give it is answered as ever, and recorded: who tried what. */
class RefusedAttemptsTest extends LedgerHttpTest {

    private static final String CLERK = DemoUsers.personId("clerk");

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aClerkWhoApprovesIsRefusedAndShown() {
        String reference = fresh("R-");

        HttpResponse<String> response = send(post("clerk", "/api/v1/disbursements/" + reference + "/approve", ""));

        JsonNode problem = problem(response, 403, "role-not-allowed");
        assertThat(text(problem, "roles")).isEqualTo("approver, leader");
        JsonNode attempt = shown("reference", reference, "").get(0);
        assertThat(text(attempt, "command")).isEqualTo("disbursement.approve");
        assertThat(text(attempt, "code")).isEqualTo("role-not-allowed");
        assertThat(text(attempt, "actor")).isEqualTo(CLERK);
        assertThat(text(attempt, "role")).isEqualTo("clerk");
        assertThat(text(attempt, "correlationId")).isEqualTo(header(response, "X-Correlation-Id"));
        assertThat(text(attempt.get("figures"), "roles")).isEqualTo("approver, leader");
        assertThat(attempt.get("subject").properties()).hasSize(1);
        assertThat(Instant.parse(text(attempt, "recordedAt")))
                .isAfter(Instant.now().minusSeconds(600));
    }

    @Test
    void itIsFoundByFundAndByAllocation() {
        String fund = fresh("FUND-");
        String allocation = fresh("A-");
        problem(send(post("clerk", "/api/v1/funds/" + fund + "/close", "{}")), 403, "role-not-allowed");
        problem(send(post("approver", "/api/v1/allocations/" + allocation + "/close", "{}")), 403, "role-not-allowed");

        assertThat(shown("fundCode", fund, "&fund=" + fund)).hasSize(1);
        assertThat(shown("allocationNo", allocation, "&allocation=" + allocation))
                .hasSize(1)
                .allMatch(attempt -> text(attempt, "command").equals("allocation.close"));
    }

    @Test
    void neitherTheBodyNorTheKeyIsLookedAt() {
        String allocation = fresh("A-");

        problem(
                send(as("planner", "/api/v1/allocations/" + allocation + "/close")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{ not JSON"))),
                403,
                "role-not-allowed");

        assertThat(shown("allocationNo", allocation, "")).hasSize(1);
    }

    @Test
    void theSameAttemptIsRecordedOnceAMinute() {
        String reference;
        Instant minute;
        do { // a try that the minute ends meanwhile says nothing
            minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            reference = fresh("R-");
            for (int i = 0; i < 3; i++) {
                problem(
                        send(post("clerk", "/api/v1/disbursements/" + reference + "/approve", "")),
                        403,
                        "role-not-allowed");
            }
        } while (!minute.equals(Instant.now().truncatedTo(ChronoUnit.MINUTES)));
        send(post("clerk", "/api/v1/disbursements/" + reference + "/review", ""));
        send(post("treasury", "/api/v1/disbursements/" + reference + "/approve", ""));

        assertThat(recorded("reference", reference))
                .containsExactly(
                        "disbursement.approve by clerk",
                        "disbursement.review by clerk",
                        "disbursement.approve by treasury");
    }

    @Test
    void aSubjectThatIsNotSoundInFormIsLeftOut() {
        long before = head();

        problem(
                send(post("expert", "/api/v1/disbursements/%E7%8E%8B%E5%B0%8F%E6%98%8E/settle", "{}")),
                403,
                "role-not-allowed");

        assertThat(jdbc.queryForList("""
                select payload ->> 'subject' from event_readable
                where position > ? and type = 'refusal.recorded' and payload ->> 'command' = 'disbursement.settle'
                """, String.class, before)).containsExactly("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, clerk, /red-flags, 403",
        "GET, unit, /refusals, 403",
        "GET, clerk, /funds/F-1/replay, 403",
        "POST, leader, /red-flags/run, 403",
        "POST, inspector, /imports/00000000-0000-0000-0000-000000000000/confirm, 403",
        "POST, clerk, /users, 403",
        "POST, , /allocations/A-1/close, 401"
    })
    void readsAndWhatIsNoCommandAndTheAnonymousAreNotRecorded(String verb, String user, String path, int status) {
        long before = head();

        var request = user == null ? request("/api/v1" + path) : as(user, "/api/v1" + path);
        HttpResponse<String> response = send(request.method(verb, BodyPublishers.noBody()));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void itIsNoNearMissOfTwoPartsInOneDecision() {
        String reference = fresh("R-");
        problem(send(post("clerk", "/api/v1/disbursements/" + reference + "/approve", "")), 403, "role-not-allowed");
        JsonNode attempt = shown("reference", reference, "").get(0);
        String entry = text(attempt, "eventId") + "@0";

        rulesOverHistory();

        String person = "/supervision/people/" + CLERK;
        assertThat(entries(ok("auditor", person + "?limit=200"))).contains(entry);
        assertThat(entries(ok("auditor", person + "/near-misses?limit=200"))).doesNotContain(entry);
        assertThat(ok("auditor", "/red-flags?rule=duties-near-miss&limit=200").toString())
                .doesNotContain(text(attempt, "eventId"));
    }

    @Test
    void theKeyOfARefusedAttemptIsDecidedAnew() {
        String payee = "TEST:" + fresh("P-");
        String body = "{\"payee\": \"" + payee + "\", \"kind\": \"organisation\", \"name\": \"市数据局\"}";
        String key = fresh("key-");
        problem(
                send(post("clerk", "/api/v1/funds/" + fresh("FUND-") + "/close", "{}")
                        .setHeader("Idempotency-Key", key)),
                403,
                "role-not-allowed");

        HttpResponse<String> decided =
                send(post("clerk", "/api/v1/payees", body).setHeader("Idempotency-Key", key));

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
    }

    /** What is shown of the attempts at a subject; waits until there is anything. */
    private List<JsonNode> shown(String field, String value, String query) {
        return await().until(
                        () -> {
                            List<JsonNode> found = new ArrayList<>();
                            ok("auditor", "/refusals?code=role-not-allowed&limit=200" + query)
                                    .get("items")
                                    .forEach(attempt -> {
                                        if (value.equals(attempt.get("subject")
                                                .path(field)
                                                .asString(null))) {
                                            found.add(attempt);
                                        }
                                    });
                            return found;
                        },
                        found -> !found.isEmpty());
    }

    private static List<String> entries(JsonNode page) {
        return page.get("items").findValuesAsString("entry");
    }

    private List<String> recorded(String field, String value) {
        return jdbc.queryForList("""
                select payload ->> 'command' || ' by ' || (metadata ->> 'role') from event_readable
                where type = 'refusal.recorded' and payload -> 'subject' ->> ? = ? order by position
                """, String.class, field, value);
    }

    private long head() {
        return jdbc.queryForObject("select coalesce(max(position), 0) from ledger_event", Long.class);
    }
}
