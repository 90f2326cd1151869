package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** What tests of the ledger over HTTP say in one line. */
public abstract class LedgerHttpTest extends HttpTest {

    /** The year under way in the funds' zone, whenever the test runs, and the one before, which has ended. */
    protected static final int YEAR = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    protected static final int ENDED = YEAR - 1;

    private static final AtomicInteger COUNT = new AtomicInteger();

    protected static final String DOCUMENT = "\"documentRef\": \"锡财预〔2025〕15号\"";

    /** A code that no other test uses. */
    protected static String fresh(String prefix) {
        return prefix + COUNT.incrementAndGet();
    }

    protected static String movement(String amount, String day) {
        return "{\"amount\": \"" + amount + "\", \"effectiveDate\": \"" + day + "\", " + DOCUMENT + "}";
    }

    protected static String reasoned(String amount, String day) {
        return "{\"reason\": \"a slip\", \"amount\": \"" + amount + "\", \"effectiveDate\": \"" + day + "\", "
                + DOCUMENT + "}";
    }

    protected static String document() {
        return "{" + DOCUMENT + "}";
    }

    protected static String firstDay(int year) {
        return year + "-01-01";
    }

    /** One person does it at once. */
    protected JsonNode done(String user, String path, String json) {
        HttpResponse<String> response = send(post(user, "/api/v1" + path, json));
        assertThat(response.statusCode()).as(path + ": " + response.body()).isIn(200, 201);
        JsonNode answer = json(response);
        assertThat(answer.get("position").asString()).isEqualTo(header(response, "X-Ledger-Position"));
        assertThat(answer.get("events")).as(response.body()).isNotEmpty();
        return answer;
    }

    /** One person proposes it; the answer is the proposal's id. */
    protected String proposed(String proposer, String path, String json) {
        return proposed(send(post(proposer, "/api/v1" + path, json)));
    }

    protected String proposed(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String id = json(response).get("proposalId").asString();
        assertThat(header(response, "Location")).isEqualTo("/api/v1/proposals/" + id);
        assertThat(json(response).get("command").asString()).isNotBlank();
        return id;
    }

    protected HttpResponse<String> confirm(String confirmer, String proposalId) {
        return send(post(confirmer, "/api/v1/proposals/" + proposalId + "/confirm", ""));
    }

    protected JsonNode confirmed(String confirmer, String proposalId) {
        HttpResponse<String> response = confirm(confirmer, proposalId);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** One person proposes it, another confirms. */
    protected JsonNode two(String proposer, String confirmer, String path, String json) {
        return confirmed(confirmer, proposed(proposer, path, json));
    }

    /** Most of it: a clerk proposes, an approver confirms. */
    protected JsonNode clerks(String path, String json) {
        return two("clerk", "approver", path, json);
    }

    protected JsonNode putByTwo(String proposer, String confirmer, String path, String json) {
        HttpResponse<String> response = send(as(proposer, "/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(BodyPublishers.ofString(json)));
        return confirmed(confirmer, proposed(response));
    }

    protected HttpResponse<String> get(String user, String path) {
        return send(as(user, "/api/v1" + path));
    }

    /** The entry of that type in an answer. */
    protected static String entry(JsonNode answer, String type) {
        for (JsonNode event : answer.get("events")) {
            if (event.get("type").asString().equals(type)) {
                return event.get("entry").asString();
            }
        }
        throw new AssertionError("no " + type + " in " + answer);
    }

    protected static String fundBody(String code) {
        String body = """
                {"fundCode": "%s", "name": "数字城市专项资金", "kind": "regular", "currency": "CNY",
                 "termFrom": "%d-01-01", "timeZone": "Asia/Shanghai", "firstMonth": 1,
                 "categories": [], "returnsTo": "allocation", "surplusTo": "year", "lateReturnsTo": "treasury", %s}""";
        return body.formatted(code, ENDED - 1, DOCUMENT);
    }

    /** A fund with one open year and money in it. */
    protected String fundWith(String amount, int year) {
        String fund = fresh("FUND-");
        return fundWith(amount, year, fund, fundBody(fund));
    }

    /** The same, of which single payments have a limit of 100.00. */
    protected String limitedFundWith(String amount, int year) {
        String fund = fresh("FUND-");
        String limit = "\"approvalThreshold\": \"100.00\", \"firstMonth\"";
        return fundWith(amount, year, fund, fundBody(fund).replace("\"firstMonth\"", limit));
    }

    private String fundWith(String amount, int year, String fund, String body) {
        two("planner", "leader", "/funds", body);
        clerks("/funds/" + fund + "/years/" + year, document());
        clerks("/funds/" + fund + "/years/" + year + "/appropriations", movement(amount, firstDay(year)));
        return fund;
    }

    protected String payee() {
        String payee = "TEST:" + fresh("P-");
        done("clerk", "/payees", "{\"payee\": \"" + payee + "\", \"kind\": \"organisation\", \"name\": \"市数据局\"}");
        return payee;
    }

    /** The unit that the demonstration's user {@code unit} answers for, registered. */
    protected String unit() {
        String body = """
                {"payee": "%s", "kind": "organisation", "name": "示范单位", "checkDigitOverride": "early code"}""";
        HttpResponse<String> response = send(post("clerk", "/api/v1/payees", body.formatted(DemoUsers.UNIT)));
        assertThat(response.statusCode()).isIn(201, 409); // another test may have registered it
        return DemoUsers.UNIT;
    }

    protected static String allocationBody(String no, String fund, int year, String recipient, String amount) {
        return """
                {"allocationNo": "%s", "fundCode": "%s", "year": %d, "recipient": "%s", "amount": "%s",
                 "effectiveDate": "%s", %s}""".formatted(no, fund, year, recipient, amount, firstDay(year), DOCUMENT);
    }

    protected String allocation(String fund, int year, String recipient, String amount) {
        String no = fresh("A-");
        clerks("/allocations", allocationBody(no, fund, year, recipient, amount));
        return no;
    }

    protected static String paymentBody(String reference, String allocation, String payee, String amount, int year) {
        String body = """
                {"reference": "%s", "allocationNo": "%s", "payee": "%s", "amount": "%s", "effectiveDate": "%s"}""";
        return body.formatted(reference, allocation, payee, amount, year + "-03-01");
    }

    /** A payment decided in the ledger, as far as the treasury. */
    protected String settled(String requester, String allocation, String payee, String amount, int year) {
        String reference = fresh("R-");
        String path = "/disbursements/" + reference;
        done(requester, "/disbursements", paymentBody(reference, allocation, payee, amount, year));
        done("reviewer", path + "/review", "");
        done("approver", path + "/approve", "");
        done(
                "treasury",
                path + "/settle",
                "{\"bankAccount\": \"ACC-1\", \"bankReference\": \"" + fresh("B-") + "\", \"paidOn\": \"" + year
                        + "-03-02\"}");
        return reference;
    }

    /** Lets all supervision rules look at the whole history, and waits until what they raised is shown. */
    protected JsonNode rulesOverHistory() {
        HttpResponse<String> begun = send(post("auditor", "/api/v1/red-flags/run", ""));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        JsonNode run = await().until(() -> ok("auditor", "/red-flags/run"), ended -> !text(ended, "state")
                .equals("running"));
        assertThat(text(run, "state")).isEqualTo("done");
        await().untilAsserted(() -> assertThat(ok("auditor", "/projections"))
                .allSatisfy(one -> assertThat(one.get("lag").asLong()).isZero()));
        return run.get("rules");
    }

    /** What a read is answered. */
    protected JsonNode ok(String user, String path) {
        HttpResponse<String> response = get(user, path);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return json(response);
    }

    /** The position of the first event of an answer. */
    protected static long first(JsonNode answer) {
        return Long.parseLong(text(answer, "position")) - answer.get("events").size() + 1;
    }

    /** The first event of that type in a history. */
    protected static JsonNode find(JsonNode events, String type) {
        for (JsonNode event : events) {
            if (text(event.get("event"), "type").equals(type)) {
                return event;
            }
        }
        throw new AssertionError("no " + type + " in " + events);
    }

    protected static String text(JsonNode node, String field) {
        assertThat(node.get(field)).as(field + " of " + node).isNotNull();
        return node.get(field).asString();
    }

    /** What the first of a list of allocations had available. */
    protected String available(String list) {
        return text(ok("clerk", list).get("items").get(0).get("figures"), "available");
    }
}
