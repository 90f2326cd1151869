package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import org.specialfund.ledger.core.shared.Role;
import tools.jackson.databind.JsonNode;

/** Wrong order, wrong person, wrong role and wrong input to projects, over HTTP. */
class ProjectRefusalsTest extends ProjectHttpTest {

    private static final String REVIEW =
            "{\"score\": 80, \"opinion\": \"fine\", \"effectiveDate\": \"" + REVIEWED + "\"}";

    /** Every write of a project, with who may give it as domain.md says. */
    private static final String[][] WRITES = {
        {"", "unit", null},
        {"/check", "planner", "{\"result\": \"complete\"}"},
        {"/experts", "planner", "{\"experts\": [{\"person\": \"e-1\"}]}"},
        {"/experts/e-1/recuse", "expert planner", "{\"reason\": \"a tie\"}"},
        {"/reviews", "expert", REVIEW},
        {"/notice", "planner", "{\"firstDay\": \"" + NOTICED + "\", " + DOCUMENT + "}"},
        {"/objections", "unit planner", "{\"grounds\": \"no\", \"effectiveDate\": \"" + NOTICED + "\"}"},
        {"/approve", "planner", movement("1.00", DECIDED)},
        {"/reject", "planner", "{\"reason\": \"no\", \"effectiveDate\": \"" + DECIDED + "\", " + DOCUMENT + "}"},
        {"/withdraw", "unit", "{\"reason\": \"no\"}"},
        {"/milestones", "unit planner", "{\"milestone\": \"M\", \"title\": \"t\", \"plannedOn\": \"" + DECIDED + "\"}"},
        {"/acceptance", "planner", dated(DECIDED)},
        {"/security-evidence", "planner", dated(DECIDED)},
        {"/performance", "planner", dated(DECIDED).replace("{", "{\"score\": 1, ")},
    };

    @Test
    void everyRoleButTheRightOneIsRefusedEveryWrite() {
        String fund = fundForProjects();
        String no = checked(fund, "100.00");
        for (String[] write : WRITES) {
            Set<String> may = Set.of(write[1].split(" "));
            Set<String> refused = new TreeSet<>();
            for (Role role : Role.values()) {
                String user = role == Role.ADMINISTRATOR ? "admin" : role.word();
                HttpResponse<String> answer = write[2] == null
                        ? tries(user, "/projects", submission(fresh("P-"), fund, "1.00"))
                        : tries(user, "/projects/" + no + write[0], write[2]);
                assertThat(answer.statusCode()).as(write[0] + " by " + user).isLessThan(500);
                if (answer.statusCode() == 403) {
                    refused.add(role.word());
                }
            }
            Set<String> expected = new TreeSet<>();
            for (Role role : Role.values()) {
                if (!may.contains(role.word())) {
                    expected.add(role.word());
                }
            }
            assertThat(refused).as(write[0]).isEqualTo(expected);
        }
        problem(tries("planner", "/calendars/CN/years", calendar()), 403, "role-not-allowed");
        problem(tries("clerk", "/objections/" + no + ":1/resolve", resolution()), 403, "role-not-allowed");
    }

    private static String calendar() {
        return "{\"year\": 2031, \"daysOff\": [\"2031-01-01\"], " + DOCUMENT + "}";
    }

    private static String resolution() {
        return "{\"upheld\": false, \"reason\": \"no\", \"effectiveDate\": \"" + NOTICED + "\", " + DOCUMENT + "}";
    }

    @Test
    void stepsOutOfOrderAreRefusedWithWhereItStands() {
        String no = checked(fundForProjects(), "100.00");
        String path = "/projects/" + no;

        JsonNode early =
                problem(tries("planner", path + "/approve", movement("1.00", DECIDED)), 409, "project-wrong-step");
        assertThat(text(early, "needed")).isEqualTo("on-notice");
        problem(
                tries("planner", path + "/notice", "{\"firstDay\": \"" + NOTICED + "\", " + DOCUMENT + "}"),
                409,
                "reviews-missing");
        problem(tries("planner", path + "/check", "{\"result\": \"complete\"}"), 409, "project-wrong-step");
        reviewed(no, REVIEWED);
        problem(tries("expert", path + "/reviews", REVIEW), 409, "already-reviewed");
        noticed(no, NOTICED);
        String proposal = proposed("planner", path + "/approve", movement("100.00", DECIDED));
        problem(confirm("planner", proposal), 409, "same-person");
        problem(tries("planner", path + "/approve", movement("100.01", DECIDED)), 409, "exceeds-applied");
        problem(tries("planner", path + "/approve", movement("100.00", NOTICED)), 409, "notice-not-over");
        confirmed("leader", proposal);
        problem(tries("planner", path + "/approve", movement("1.00", DECIDED)), 409, "project-wrong-step");
    }

    @Test
    void whatIsUnknownOrNotAllowedIsRefused() {
        String fund = fundForProjects();
        String no = checked(fund, "100.00");

        problem(get("planner", "/projects/none"), 404, "not-found");
        problem(tries("planner", "/projects/none/check", "{\"result\": \"complete\"}"), 404, "unknown-project");
        problem(tries("leader", "/objections/" + no + ":7/resolve", resolution()), 404, "unknown-objection");
        problem(get("auditor", "/calendars/UG"), 404, "not-found");
        problem(
                tries("clerk", "/allocations", issue(fresh("A-"), fund, ENDED, no, "1.00", DECIDED)),
                409,
                "project-not-approved");
        problem(
                tries("clerk", "/allocations", issue(fresh("A-"), fund, ENDED, "nowhere", "1.00", DECIDED)),
                404,
                "unknown-project");
        problem(
                tries("unit", "/projects", submission(fresh("P-"), fund, "1.00").replace(DemoUsers.UNIT, payee())),
                409,
                "unit-not-its-own");
    }

    @Test
    void whatIsMalformedIsRefusedAtTheEdge() {
        String no = checked(fundForProjects(), "100.00");
        String path = "/projects/" + no;

        problem(tries("expert", path + "/reviews", REVIEW.replace("80", "101")), 400, "malformed");
        problem(tries("planner", path + "/check", "{\"result\": \"maybe\"}"), 400, "malformed");
        problem(tries("planner", path + "/experts", "{\"experts\": []}"), 400, "malformed");
        problem(tries("planner", path + "/experts", "{}"), 400, "malformed");
        problem(tries("leader", "/objections/nothing/resolve", resolution()), 400, "malformed");
        problem(tries("unit", "/projects", "{\"projectNo\": \"P\"}"), 400, "malformed");
        problem(
                tries("admin", "/calendars/CN/years", calendar().replace("2031-01-01", "2030-01-01")),
                400,
                "malformed");
        problem(get("planner", "/projects?cursor=*"), 400, "malformed");
    }

    @Test
    void aRepeatedRequestIsAnsweredOnceAndAnotherBodyIsRefused() {
        String fund = fundForProjects();
        String no = fresh("P-");
        String key = UUID.randomUUID().toString();
        String body = submission(no, fund, "100.00");

        JsonNode first = json(send(post("unit", "/api/v1/projects", body).setHeader("Idempotency-Key", key)));
        JsonNode again = json(send(post("unit", "/api/v1/projects", body).setHeader("Idempotency-Key", key)));

        assertThat(again).isEqualTo(first);
        assertThat(send(post("unit", "/api/v1/projects", body.replace("100.00", "99.00"))
                                .setHeader("Idempotency-Key", key))
                        .statusCode())
                .isEqualTo(422);
    }
}
