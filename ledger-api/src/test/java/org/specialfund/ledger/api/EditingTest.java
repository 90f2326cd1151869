package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What two people may edit: whoever shows the tag of what they saw changes nothing else. */
class EditingTest extends LedgerHttpTest {

    @Test
    void rulesAreReplacedAsTheyWereSeen() {
        String fund = fresh("FUND-");
        String path = "/funds/" + fund + "/rules";
        JsonNode last = two("planner", "leader", "/funds", fundBody(fund));
        assertThat(tag(path, last)).isEqualTo("\"1\"");

        String first = proposed(write("PUT", "planner", path, rules(), "\"1\""));
        String second = proposed(write("PUT", "planner", path, rules(), "\"1\""));
        last = confirmed("leader", first);

        JsonNode problem = problem(confirm("leader", second), 412, "changed-meanwhile");
        assertThat(problem.get("expected").asString()).isEqualTo("1");
        assertThat(problem.get("current").asString()).isEqualTo("2");
        problem(write("PUT", "planner", path, rules(), "\"1\""), 412, "changed-meanwhile");
        problem(write("PUT", "planner", path, rules(), "\"99999999999\""), 412, "changed-meanwhile");
        problem(write("PUT", "planner", path, rules(), "one"), 400, "malformed");
        assertThat(tag(path, last)).isEqualTo("\"2\"");
        confirmed("leader", proposed(write("PUT", "planner", path, rules(), "\"2\"")));
        last = putByTwo("planner", "leader", path, rules());
        JsonNode seen =
                json(get("clerk", path + "?minPosition=" + last.get("position").asString()));
        assertThat(seen.get("version").asInt()).isEqualTo(4);
        assertThat(seen.get("rules")).hasSize(4);
    }

    @Test
    void aPlanIsRevisedAsItWasSeen() {
        String year = "/funds/" + fundWith("1000.00", ENDED) + "/years/" + ENDED;
        String plan = "{\"lines\": [{\"line\": \"L1\", \"ceiling\": \"900.00\"}], " + DOCUMENT + "}";
        JsonNode last = clerks(year + "/appropriations", movement("1.00", firstDay(ENDED)));
        assertThat(tag(year + "/plan", last)).isEqualTo("\"0\"");

        last = confirmed("leader", proposed(write("PUT", "planner", year + "/plan", plan, "\"0\"")));

        problem(write("PUT", "planner", year + "/plan", plan, "\"0\""), 412, "changed-meanwhile");
        assertThat(tag(year + "/plan", last)).isEqualTo("\"1\"");
        assertThat(json(get("clerk", year + "/plan")).get("lines").toString())
                .contains("\"ceiling\":\"900.00\"")
                .doesNotContain("committed");
        proposed(write("PUT", "planner", year + "/plan", plan, "*"));
    }

    @Test
    void tranchesAreAgreedAnewAsTheyWereSeen() {
        String no = allocation(fundWith("1000.00", ENDED), ENDED, payee(), "100.00");
        String path = "/allocations/" + no + "/tranches";
        String body = "{\"tranches\": [{\"number\": 1, \"amount\": \"100.00\", \"condition\": \"signed\"}], " + DOCUMENT
                + "}";

        HttpResponse<String> agreed = write("POST", "clerk", path, body, "\"0\"");
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);

        problem(write("POST", "planner", path, body, "\"0\""), 412, "changed-meanwhile");
        assertThat(tag(path, json(agreed))).isEqualTo("\"1\"");
        assertThat(json(get("clerk", path))
                        .get("tranches")
                        .get(0)
                        .get("condition")
                        .asString())
                .isEqualTo("signed");
        assertThat(write("POST", "planner", path, body, "\"1\"").statusCode()).isEqualTo(200);
        problem(get("unit", path), 404, "not-found");
    }

    private String tag(String path, JsonNode after) {
        return header(
                get("clerk", path + "?minPosition=" + after.get("position").asString()), "ETag");
    }

    private HttpResponse<String> write(String method, String user, String path, String body, String ifMatch) {
        HttpRequest.Builder request = as(user, "/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", ifMatch);
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    private static String rules() {
        String body = """
                {"appliesFrom": "%s", "timeZone": "Asia/Shanghai", "firstMonth": 1, "categories": [],
                 "returnsTo": "treasury", "surplusTo": "treasury", "lateReturnsTo": "treasury", %s}""";
        return body.formatted(LocalDate.now().plusDays(30), DOCUMENT);
    }
}
