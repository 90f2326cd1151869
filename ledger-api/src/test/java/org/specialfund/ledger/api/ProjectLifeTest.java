package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** A major project from its application to its grade, over HTTP: two years, an upheld objection, two allocations. */
class ProjectLifeTest extends ProjectHttpTest {

    private static final String UPHELD = ENDED + "-03-04";

    @Test
    void aProjectIsAppliedForReviewedNoticedApprovedPaidAcceptedAndEvaluated() {
        String fund = fundForProjects();
        String no = fresh("P-");
        String path = "/projects/" + no;
        HttpResponse<String> submitted = send(post("unit", "/api/v1/projects", submission(no, fund, "100.00")));
        assertThat(submitted.statusCode()).isEqualTo(201);
        assertThat(header(submitted, "Location")).isEqualTo("/api/v1" + path);
        done("planner", path + "/check", "{\"result\": \"sent-back\", \"reason\": \"缺预算明细\"}");
        done("unit", "/projects", submission(no, fund, "90.00"));
        done("planner", path + "/check", "{\"result\": \"complete\"}");
        done("planner", path + "/experts", """
                {"experts": [{"person": "%s"}, {"person": "somebody-else", "unit": "TEST:U-1"}]}""".formatted(DemoUsers.personId("expert")));
        done("planner", path + "/experts/somebody-else/recuse", "{\"reason\": \"曾任职于申报单位\"}");
        reviewed(no, REVIEWED);
        noticed(no, NOTICED);
        objectionUpheld(no);
        reviewed(no, UPHELD);
        noticed(no, UPHELD);
        approved(no, "80.00");

        String[] allocations = allocated(fund, no);
        String last = paid(path, allocations[0]);

        JsonNode project = ok("auditor", path + "?minPosition=" + last);
        assertThat(text(project, "status")).isEqualTo("evaluated");
        assertThat(text(project, "grade")).isEqualTo("excellent");
        assertThat(text(project, "applied")).isEqualTo("90.00");
        assertThat(text(project, "approved")).isEqualTo("80.00");
        assertThat(text(project, "allocated")).isEqualTo("80.00");
        assertThat(text(project, "paid")).isEqualTo("50.00");
        assertThat(project.get("round").asInt()).isEqualTo(2);
        assertThat(project.get("reviews")).hasSize(2);
        assertThat(project.get("notices").get(1).get("workingDays").asInt()).isEqualTo(7);
        assertThat(project.get("allocations").findValuesAsString("allocationNo"))
                .containsExactlyInAnyOrder(allocations);
        assertThat(ok("auditor", "/allocations?project=" + no).get("items").findValuesAsString("allocationNo"))
                .containsExactlyInAnyOrder(allocations);
        theUnitDoesNotReadWhoReviewed(path, no);
    }

    /** The first notice ends with it. */
    private void objectionUpheld(String no) {
        JsonNode objected = done(
                "planner",
                "/projects/" + no + "/objections",
                "{\"grounds\": \"重复建设\", \"effectiveDate\": \"" + NOTICED + "\"}");
        assertThat(entry(objected, "project.objection-raised")).isNotBlank();
        String resolution =
                "{\"upheld\": true, \"reason\": \"属实\", \"effectiveDate\": \"" + NOTICED + "\", " + DOCUMENT + "}";
        problem(tries("planner", "/objections/" + no + ":1/resolve", resolution), 409, "same-person");
        problem(tries("planner", "/projects/" + no + "/approve", movement("80.00", DECIDED)), 409, "objections-open");
        done("leader", "/objections/" + no + ":1/resolve", resolution.replace(NOTICED, UPHELD));
    }

    private String[] allocated(String fund, String no) {
        String first = fresh("A-");
        String second = fresh("A-");
        clerks("/allocations", issue(first, fund, ENDED, no, "50.00", ENDED + "-05-01"));
        JsonNode refused = problem(
                tries("clerk", "/allocations", issue(second, fund, YEAR, no, "30.01", firstDay(YEAR))),
                409,
                "exceeds-approved");
        assertThat(text(refused, "left")).isEqualTo("30.00");
        clerks("/allocations", issue(second, fund, YEAR, no, "30.00", firstDay(YEAR)));
        return new String[] {first, second};
    }

    /** In two tranches, the last after acceptance; answers the position of the grade. */
    private String paid(String path, String allocation) {
        done("planner", "/allocations/" + allocation + "/tranches", """
                {"tranches": [{"number": 1, "amount": "40.00", "condition": "signed"},
                              {"number": 2, "amount": "10.00", "condition": "accepted"}], %s}""".formatted(DOCUMENT));
        done("reviewer", "/allocations/" + allocation + "/tranches/1/confirm", document());
        done("reviewer", "/allocations/" + allocation + "/tranches/2/confirm", document());
        clerks("/disbursements/record", payment(allocation, 1, "40.00"));
        problem(tries("clerk", "/disbursements/record", payment(allocation, 2, "10.00")), 409, "acceptance-needed");
        done("unit", path + "/milestones", """
                {"milestone": "M1", "title": "上线", "plannedOn": "%s-06-30", "reachedOn": "%s-07-05"}""".formatted(ENDED, ENDED));
        done("planner", path + "/acceptance", dated(ENDED + "-08-01"));
        done("planner", path + "/security-evidence", dated(ENDED + "-08-02"));
        clerks("/disbursements/record", payment(allocation, 2, "10.00"));
        JsonNode scored =
                done("planner", path + "/performance", dated(ENDED + "-09-01").replace("{", "{\"score\": 95, "));
        return text(scored, "position");
    }

    private static String payment(String allocation, int tranche, String amount) {
        return paymentBody(fresh("R-"), allocation, DemoUsers.UNIT, amount, ENDED)
                .replace("-03-01", "-08-10")
                .replace("{", "{\"tranche\": " + tranche + ", ");
    }

    private void theUnitDoesNotReadWhoReviewed(String path, String no) {
        String seen = ok("unit", path).toString();
        assertThat(seen)
                .contains(no, "重复建设")
                .doesNotContain(DemoUsers.personId("expert"), DemoUsers.personId("planner"), "可行");
        assertThat(ok("expert", path).toString()).contains("可行");
    }

    @Test
    void projectsAreListedByFundAndStatusInPages() {
        String fund = fundForProjects();
        String first = checked(fund, "10.00");
        String second = checked(fund, "20.00");
        JsonNode withdrawn = done("unit", "/projects/" + second + "/withdraw", "{\"reason\": \"改由他方承担\"}");
        String list = "/projects?fund=" + fund + "&minPosition=" + text(withdrawn, "position");

        assertThat(ok("planner", list + "&status=withdrawn").get("items").findValuesAsString("projectNo"))
                .containsExactly(second);
        JsonNode page = ok("unit", list + "&limit=1");
        assertThat(page.get("items").findValuesAsString("projectNo")).containsExactly(first);
        JsonNode next = ok("unit", list + "&limit=1&cursor=" + text(page, "next"));
        assertThat(next.get("items").findValuesAsString("projectNo")).containsExactly(second);
        assertThat(next.get("next")).isNull();
        assertThat(ok("planner", list + "&applicant=TEST:none").get("items")).isEmpty();
        problem(get("planner", "/projects?asOf=" + APPLIED), 400, "malformed");
    }

    @Test
    void thePlanIsComparedWithWhatBecameOfIt() {
        String fund = fundForProjects();
        String year = "/funds/" + fund + "/years/" + ENDED;
        putByTwo(
                "planner",
                "leader",
                year + "/plan",
                "{\"lines\": [{\"line\": \"L1\", \"category\": \"network\", \"ceiling\": \"300.00\"},"
                        + " {\"line\": \"L2\", \"ceiling\": \"200.00\"}], " + DOCUMENT + "}");
        String allocation = fresh("A-");
        clerks(
                "/allocations",
                allocationBody(allocation, fund, ENDED, DemoUsers.UNIT, "120.00")
                        .replace("{", "{\"planLine\": \"L1\", "));
        JsonNode paid =
                clerks("/disbursements/record", paymentBody(fresh("R-"), allocation, DemoUsers.UNIT, "45.00", ENDED));

        JsonNode plan = ok(
                "planner",
                "/supervision/plan-actual?fund=" + fund + "&year=" + ENDED + "&minPosition=" + text(paid, "position"));

        assertThat(plan).hasSize(1);
        JsonNode line = plan.get(0).get("lines").get(0);
        assertThat(line.toString())
                .isEqualTo("{\"line\":\"L1\",\"category\":\"network\",\"ceiling\":\"300.00\",\"committed\":\"120.00\","
                        + "\"allocated\":\"120.00\",\"paid\":\"45.00\",\"left\":\"180.00\"}");
        assertThat(text(plan.get(0).get("lines").get(1), "paid")).isEqualTo("0.00");
        assertThat(ok("planner", "/supervision/plan-actual?fund=" + fund)).hasSize(2);
        problem(get("planner", "/supervision/plan-actual?fund=" + fund + "&year=1999"), 404, "not-found");
        problem(get("planner", "/supervision/plan-actual?fund=none"), 404, "not-found");
        problem(get("planner", "/supervision/plan-actual"), 400, "malformed");
        problem(get("planner", "/supervision/plan-actual?fund=" + fund + "&knownAt=1"), 400, "malformed");
        problem(get("unit", "/supervision/plan-actual?fund=" + fund), 403, "forbidden");
    }
}
