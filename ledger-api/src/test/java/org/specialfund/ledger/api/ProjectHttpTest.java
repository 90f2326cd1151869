package org.specialfund.ledger.api;

import java.net.http.HttpResponse;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** What tests of projects over HTTP say in one line. */
abstract class ProjectHttpTest extends LedgerHttpTest {

    /** Made long before, so that the notice is over whenever the test runs. */
    protected static final String APPLIED = ENDED + "-01-05";

    protected static final String REVIEWED = ENDED + "-02-10";
    protected static final String NOTICED = ENDED + "-03-02";
    protected static final String DECIDED = ENDED + "-04-20";

    /** A fund whose projects need one review, and in the category network acceptance before the last tranche. */
    protected String fundForProjects(String... thresholds) {
        knowTheYear();
        String fund = fresh("FUND-");
        String rules = """
                "noticeWorkingDays": 7, "reviewsRequired": 1,
                "categoryRules": [{"category": "network", "requires": ["acceptance"]}], "returnsTo\"""";
        two(
                "planner",
                "leader",
                "/funds",
                fundBody(fund).replace("\"returnsTo\"", thresholds(thresholds) + ", " + rules));
        for (int year : new int[] {ENDED, YEAR}) {
            clerks("/funds/" + fund + "/years/" + year, document());
            clerks("/funds/" + fund + "/years/" + year + "/appropriations", movement("1000.00", firstDay(year)));
        }
        unit();
        return fund;
    }

    /** What a fund's rules say on supervision, as a field of them. */
    protected static String thresholds(String... thresholds) {
        return "\"supervisionThresholds\": [" + String.join(", ", thresholds) + "]";
    }

    /** The shipped calendar ends some day; the test does not. */
    private void knowTheYear() {
        if (!ok("auditor", "/calendars/CN").toString().contains("\"year\":" + ENDED)) {
            done("admin", "/calendars/CN/years", """
                    {"year": %d, "daysOff": ["%d-01-01"], %s}""".formatted(ENDED, ENDED, DOCUMENT));
        }
    }

    protected static String submission(String no, String fund, String amount) {
        return """
                {"projectNo": "%s", "applicant": "%s", "title": "城市数据平台", "category": "network",
                 "asksFor": [{"fundCode": "%s", "year": %d}, {"fundCode": "%s", "year": %d}],
                 "amount": "%s", "effectiveDate": "%s"}""".formatted(no, DemoUsers.UNIT, fund, ENDED, fund, YEAR, amount, APPLIED);
    }

    protected static String dated(String day) {
        return "{\"effectiveDate\": \"" + day + "\", " + DOCUMENT + "}";
    }

    protected void reviewed(String no, String day) {
        done(
                "expert",
                "/projects/" + no + "/reviews",
                "{\"score\": 88, \"opinion\": \"可行\", \"effectiveDate\": \"" + day + "\"}");
    }

    protected void noticed(String no, String firstDay) {
        done("planner", "/projects/" + no + "/notice", "{\"firstDay\": \"" + firstDay + "\", " + DOCUMENT + "}");
    }

    /** Submitted by the demonstration's unit, complete, its one expert asked. */
    protected String checked(String fund, String amount) {
        String no = fresh("P-");
        done("unit", "/projects", submission(no, fund, amount));
        done("planner", "/projects/" + no + "/check", "{\"result\": \"complete\"}");
        done("planner", "/projects/" + no + "/experts", experts("expert"));
        return no;
    }

    protected static String experts(String user) {
        return "{\"experts\": [{\"person\": \"" + DemoUsers.personId(user) + "\"}]}";
    }

    protected JsonNode approved(String no, String amount) {
        return two("planner", "leader", "/projects/" + no + "/approve", movement(amount, DECIDED));
    }

    protected static String issue(String no, String fund, int year, String project, String amount, String day) {
        return """
                {"allocationNo": "%s", "fundCode": "%s", "year": %d, "recipient": "%s", "category": "network",
                 "projectNo": "%s", "amount": "%s", "effectiveDate": "%s", %s}""".formatted(no, fund, year, DemoUsers.UNIT, project, amount, day, DOCUMENT);
    }

    protected HttpResponse<String> tries(String user, String path, String json) {
        return send(post(user, "/api/v1" + path, json));
    }
}
