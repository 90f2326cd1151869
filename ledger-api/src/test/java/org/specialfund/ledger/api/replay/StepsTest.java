package org.specialfund.ledger.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A fund's life step by step: who, on which rules, what moved, what was required and what was refused meanwhile. */
class StepsTest extends LedgerHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    private String fund;
    private String allocation;
    private String payment;

    @BeforeEach
    void aPaymentThatTheLeaderApprovesAndOneThatIsRefused() {
        fund = fresh("STEP-");
        two(
                "planner",
                "leader",
                "/funds",
                fundBody(fund).replace("\"firstMonth\"", "\"leaderThreshold\": \"50.00\", \"firstMonth\""));
        clerks("/funds/" + fund + "/years/" + ENDED, document());
        clerks("/funds/" + fund + "/years/" + ENDED + "/appropriations", movement("1000.00", firstDay(ENDED)));
        String payee = payee();
        allocation = allocation(fund, ENDED, payee, "600.00");
        payment = fresh("R-");
        String path = "/disbursements/" + payment;
        done("clerk", "/disbursements", paymentBody(payment, allocation, payee, "50.00", ENDED));
        problem(
                send(post(
                        "clerk",
                        "/api/v1/disbursements",
                        paymentBody(fresh("R-"), allocation, payee, "600.00", ENDED))),
                409,
                "exceeds-available");
        done("reviewer", path + "/review", "");
        problem(send(post("treasury", "/api/v1" + path + "/settle", settlement())), 409, "not-in-this-state");
        done("approver", path + "/approve", "");
        // Another fund's attempts are its own.
        String other = fundWith("10.00", ENDED);
        String foreign = allocationBody(fresh("A-"), other, ENDED, payee, "11.00");
        assertThat(send(post("clerk", "/api/v1/allocations", foreign)).statusCode())
                .isEqualTo(409);
        done("leader", path + "/approve", "");
        String tooMuch = allocationBody(fresh("A-"), fund, ENDED, payee, "401.00");
        assertThat(send(post("clerk", "/api/v1/allocations", tooMuch)).statusCode())
                .isEqualTo(409);
        done("treasury", path + "/settle", settlement());
    }

    @Test
    void aStepShowsTheEventItsPeopleAndWhatWasRequired() {
        JsonNode approved = step("disbursement.approved", 0);
        JsonNode byLeader = step("disbursement.approved", 1);
        JsonNode settled = step("disbursement.settled", 0);
        JsonNode spent = step("allocation.spent", 0);

        assertThat(text(approved.get("event").get("people"), "approvedBy")).isEqualTo(DemoUsers.personId("approver"));
        assertThat(approved.get("event").get("rulesVersion").asInt()).isEqualTo(1);
        JsonNode required = approved.get("approvals");
        assertThat(text(required, "decision")).isEqualTo("payment");
        assertThat(text(required, "leaderThreshold")).isEqualTo("50.00");
        assertThat(text(required, "amount")).isEqualTo("50.00");
        assertThat(required.get("acts").findValuesAsString("act"))
                .containsExactly("request", "review", "approve", "approve-as-leader", "settle");
        assertThat(required.get("acts").findValuesAsString("person"))
                .containsExactly(
                        DemoUsers.personId("clerk"), DemoUsers.personId("reviewer"), DemoUsers.personId("approver"));
        assertThat(required.get("complete").asBoolean()).isFalse();
        assertThat(byLeader.get("approvals").get("acts").findValuesAsString("person"))
                .hasSize(4);
        for (JsonNode last : List.of(settled, spent)) {
            assertThat(last.get("approvals").get("complete").asBoolean())
                    .as(last.toString())
                    .isTrue();
            assertThat(last.get("approvals").get("distinct").asBoolean()).isTrue();
        }
        assertThat(text(settled.get("event").get("facts"), "bankReference")).startsWith("B-");
        JsonNode issued = step("allocation.issued", 0).get("approvals");
        assertThat(text(issued, "decision")).isEqualTo("two-people");
        assertThat(issued.get("acts").findValuesAsString("act")).containsExactly("propose", "confirm");
    }

    @Test
    void aStepShowsTheBalancesAroundItAndWhetherTheProjectionAgrees() {
        JsonNode held = step("allocation.held", 0);
        JsonNode available = held.get("balances").get(0);
        assertThat(text(available, "account")).isEqualTo("available." + allocation);
        assertThat(text(available, "before")).isEqualTo("600.00");
        assertThat(text(available, "posted")).isEqualTo("-50.00");
        assertThat(text(available, "after")).isEqualTo("550.00");
        assertThat(available.get("agree").asBoolean()).isTrue();

        String position = text(held.get("event"), "position");
        String amount =
                "update balance.posting set amount = amount %s 0.01 where position = " + position + " and amount < 0";
        jdbc.update(amount.formatted("-"));
        try {
            JsonNode wrong =
                    ok("auditor", steps() + "/" + position).get("balances").get(0);
            assertThat(text(wrong, "posted")).as("what the rules post").isEqualTo("-50.00");
            assertThat(wrong.get("agree").asBoolean()).isFalse();
        } finally {
            jdbc.update(amount.formatted("+"));
        }
    }

    @Test
    void whatWasRefusedMeanwhileStandsAroundTheStep() {
        JsonNode requested = step("disbursement.requested", 0);
        JsonNode reviewed = step("disbursement.reviewed", 0);
        JsonNode approved = step("disbursement.approved", 0);

        assertThat(codes(requested.get("refusedAfter"))).containsExactly("exceeds-available");
        assertThat(codes(reviewed.get("refusedBefore"))).containsExactly("exceeds-available");
        assertThat(codes(reviewed.get("refusedAfter"))).containsExactly("not-in-this-state");
        assertThat(codes(approved.get("refusedAfter"))).as("of another fund").isEmpty();
        JsonNode proposed = step("disbursement.approved", 1).get("refusedAfter").get("attempts");
        assertThat(proposed.findValuesAsString("command")).containsExactly("proposal.propose");
        assertThat(text(proposed.get(0).get("subject"), "fundCode")).isEqualTo(fund);
        JsonNode attempt = reviewed.get("refusedAfter").get("attempts").get(0);
        assertThat(text(attempt, "actor")).isEqualTo(DemoUsers.personId("treasury"));
        assertThat(text(attempt.get("subject"), "reference")).isEqualTo(payment);
        assertThat(reviewed.get("refusedAfter").get("more").asBoolean()).isFalse();
    }

    @Test
    void stepsGoForwardAndBackAndKeepTheirAddresses() {
        List<String> forward = new ArrayList<>();
        String path = steps() + "?limit=3";
        JsonNode page = ok("inspector", path + "&minPosition=" + head());
        assertThat(page.get("previous")).as("at the beginning").isNull();
        while (true) {
            page.get("steps").forEach(step -> forward.add(text(step, "step")));
            if (page.get("next") == null) {
                break;
            }
            page = ok("inspector", relative(text(page, "next")));
        }
        JsonNode history =
                ok("inspector", "/funds/" + fund + "/history?limit=500").get("items");
        assertThat(forward).hasSize(history.size()).doesNotHaveDuplicates();

        List<String> back = new ArrayList<>();
        while (true) {
            List<String> shown = new ArrayList<>();
            page.get("steps").forEach(step -> shown.add(text(step, "step")));
            Collections.reverse(shown);
            back.addAll(shown);
            if (page.get("previous") == null) {
                break;
            }
            page = ok("inspector", relative(text(page, "previous")));
        }
        Collections.reverse(back);
        assertThat(back).isEqualTo(forward);

        JsonNode one = ok("auditor", relative(forward.get(4)));
        assertThat(text(one, "step")).isEqualTo(forward.get(4));
        JsonNode beyond = ok("auditor", steps() + "?after=" + (1L << 60));
        assertThat(beyond.get("steps")).isEmpty();
        assertThat(beyond.get("next")).isNull();
        assertThat(ok("auditor", relative(text(beyond, "previous"))).get("steps"))
                .isNotEmpty();
        JsonNode nothing = ok("auditor", steps() + "?before=0");
        assertThat(nothing.get("steps")).isEmpty();
        assertThat(nothing.get("previous")).isNull();
    }

    @Test
    void aReplaySaysWhatTheFundStoodUnderAndWhereItsStepsAre() {
        done(
                "leader",
                "/funds/" + fund + "/suspend",
                "{\"cause\": \"manual\", \"effectiveDate\": \"" + ENDED + "-06-01\", \"reason\": \"an inquiry\"}");
        JsonNode now = ok("auditor", "/funds/" + fund + "/replay?minPosition=" + head());
        assertThat(now.get("agrees").asBoolean()).isTrue();
        assertThat(now.get("state").toString())
                .isEqualTo("{\"rulesVersion\":1,\"suspendedCauses\":[\"manual\"],\"years\":{\"%d\":\"open\"}}"
                        .formatted(ENDED));
        JsonNode last = ok("auditor", relative(text(now, "steps"))).get("steps");
        assertThat(text(last.get(last.size() - 1).get("event"), "type")).isEqualTo("fund.suspended");
        long before = last.get(last.size() - 1).get("event").get("position").asLong() - 1;
        assertThat(ok("auditor", "/funds/" + fund + "/replay?knownAt=" + before)
                        .get("state")
                        .get("suspendedCauses"))
                .isEmpty();
    }

    @Test
    void onlyInspectorsAndAuditorsStepAndItIsNoted() {
        for (String user : new String[] {"clerk", "leader", "unit", "admin"}) {
            problem(get(user, steps()), 403, "forbidden");
            problem(get(user, steps() + "/1"), 403, "forbidden");
        }
        problem(get("auditor", "/funds/NO/replay/steps"), 404, "not-found");
        problem(get("auditor", steps() + "/0"), 404, "not-found");
        long foreign = jdbc.queryForObject("select min(position) from ledger_event", Long.class);
        problem(get("auditor", steps() + "/" + foreign), 404, "not-found");
        for (String parameter : new String[] {"after=-1", "after=x", "limit=101", "limit=0", "after=1&before=2"}) {
            problem(get("auditor", steps() + "?" + parameter), 400, "malformed");
        }
        ok("auditor", steps() + "?minPosition=" + head());
        ok("auditor", steps() + "?limit=7");
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "select query from read_log where path = ?", String.class, "/api/v1" + steps()))
                .contains("limit=7"));
    }

    private String steps() {
        return "/funds/" + fund + "/replay/steps";
    }

    private static String relative(String address) {
        return address.substring("/api/v1".length());
    }

    /** The step of the nth event of that type. */
    private JsonNode step(String type, int nth) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode step :
                ok("inspector", steps() + "?limit=100&minPosition=" + head()).get("steps")) {
            if (text(step.get("event"), "type").equals(type)) {
                found.add(step);
            }
        }
        return found.get(nth);
    }

    private static List<String> codes(JsonNode refused) {
        return refused.get("attempts").findValuesAsString("code");
    }

    private static String settlement() {
        return "{\"bankAccount\": \"ACC-1\", \"bankReference\": \"" + fresh("B-") + "\", \"paidOn\": \"" + ENDED
                + "-03-02\"}";
    }

    private long head() {
        return jdbc.queryForObject("select max(position) from ledger_event", Long.class);
    }
}
