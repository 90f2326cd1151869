package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Every command of the money once more; then, step by step: whoever stood behind an event is whom the replay says was
 * required, in a role that it names. The domain demanded them, so that the two must agree.
 */
class FundLifeStepsTest extends FundLifeTest {

    @Autowired
    private JdbcTemplate jdbc;

    private long before;

    @BeforeEach
    void begin() {
        before = head();
    }

    @AfterEach
    void everyStepHadThePeopleThatItRequired() {
        ok("auditor", "/funds?limit=1&minPosition=" + head());
        for (String fund : jdbc.queryForList(
                "select distinct fund_code from history.event where position > ? and fund_code is not null",
                String.class,
                before)) {
            List<JsonNode> steps = steps(fund);
            assertThat(steps).isNotEmpty().allSatisfy(FundLifeStepsTest::checkPeople);
            assertThat(steps).allSatisfy(step -> step.get("balances")
                    .forEach(balance ->
                            assertThat(balance.get("agree").asBoolean()).isTrue()));
            JsonNode replay = ok("auditor", "/funds/" + fund + "/replay");
            assertThat(replay.get("agrees").asBoolean()).as(replay.toString()).isTrue();
            assertThat(replay.get("events").asLong())
                    .as("the streams and the history know the same events")
                    .isEqualTo(steps.size());
        }
    }

    private static void checkPeople(JsonNode step) {
        JsonNode people = step.get("event").get("people");
        JsonNode approvals = step.get("approvals");
        String actor = text(people, "actor");
        List<String> roles = new ArrayList<>();
        for (JsonNode act : approvals.get("acts")) {
            if (act.get("person") != null && act.get("person").asString().equals(actor)) {
                act.get("roles").forEach(role -> roles.add(role.asString()));
            }
        }
        assertThat(roles).as(step.toString()).contains(text(step.get("event"), "role"));
        assertThat(approvals.get("distinct").asBoolean()).as(step.toString()).isTrue();
        boolean two = text(approvals, "decision").equals("two-people");
        assertThat(people.has("proposedBy")).as(step.toString()).isEqualTo(two);
        assertThat(people.has("confirmedBy")).as(step.toString()).isEqualTo(two);
        if (!text(approvals, "decision").equals("payment")) {
            assertThat(approvals.get("complete").asBoolean())
                    .as(step.toString())
                    .isTrue();
        }
    }

    private List<JsonNode> steps(String fund) {
        List<JsonNode> steps = new ArrayList<>();
        JsonNode page = ok("auditor", "/funds/" + fund + "/replay/steps?limit=100");
        while (true) {
            page.get("steps").forEach(steps::add);
            if (page.get("next") == null) {
                return steps;
            }
            page = ok("auditor", text(page, "next").substring("/api/v1".length()));
        }
    }

    private long head() {
        Long head = jdbc.queryForObject("select coalesce(max(position), 0) from ledger_event", Long.class);
        return head == null ? 0 : head;
    }
}
