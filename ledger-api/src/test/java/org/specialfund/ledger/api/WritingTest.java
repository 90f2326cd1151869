package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What every write has in common: keys, proposals, refusals, roles. */
class WritingTest extends LedgerHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theSameKeyGivesTheFirstAnswerAgainAndAnotherBodyIsRefused() {
        String body = "{\"payee\": \"TEST:" + fresh("P-") + "\", \"kind\": \"organisation\", \"name\": \"A\"}";
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = send(keyed("clerk", "/payees", body, key));
        HttpResponse<String> again = send(keyed("clerk", "/payees", body, key));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(header(first, "Location")).startsWith("/api/v1/payees/TEST:");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "X-Ledger-Position")).isEqualTo(header(first, "X-Ledger-Position"));
        assertThat(header(first, "Idempotent-Replayed")).isNull();
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        problem(send(keyed("clerk", "/payees", body.replace("\"A\"", "\"B\""), key)), 422, "idempotency-conflict");
    }

    @Test
    void aProposalMadeAgainWithItsKeyIsTheSameProposalAndIsConfirmedOnce() {
        String fund = fundBody(fresh("FUND-"));
        String key = UUID.randomUUID().toString();
        String id = proposed(send(keyed("planner", "/funds", fund, key)));
        assertThat(proposed(send(keyed("planner", "/funds", fund, key)))).isEqualTo(id);

        problem(confirm("planner", id), 409, "same-person");
        String confirmKey = UUID.randomUUID().toString();
        HttpResponse<String> first = send(keyed("leader", "/proposals/" + id + "/confirm", "", confirmKey));
        HttpResponse<String> again = send(keyed("leader", "/proposals/" + id + "/confirm", "", confirmKey));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(entry(json(first), "fund.established")).isNotBlank();
        assertThat(again.body()).isEqualTo(first.body());
        problem(confirm("leader", id), 409, "proposal-not-open");
        problem(confirm("leader", "NO"), 404, "unknown-proposal");
    }

    @Test
    void aProposalRefusedAtConfirmationStaysOpen() {
        String fund = fundWith("100.00", ENDED);
        String payee = payee();
        String first = proposed("clerk", "/allocations", allocationBody(fresh("A-"), fund, ENDED, payee, "80.00"));
        String second = proposed("clerk", "/allocations", allocationBody(fresh("A-"), fund, ENDED, payee, "80.00"));
        confirmed("approver", first);

        problem(confirm("approver", second), 409, "exceeds-unallocated");

        JsonNode more =
                clerks("/funds/" + fund + "/years/" + ENDED + "/appropriations", movement("60.00", firstDay(ENDED)));
        JsonNode waiting = json(get(
                "clerk",
                "/proposals/" + second + "?minPosition=" + more.get("position").asString()));
        assertThat(waiting.get("state").asString()).isEqualTo("waiting");
        assertThat(waiting.get("lastRefusal").get("code").asString()).isEqualTo("exceeds-unallocated");
        assertThat(waiting.get("payload").get("fundCode").asString()).isEqualTo(fund);
        confirmed("approver", second);
    }

    @Test
    void aProposalIsDeclinedByAnotherOrWithdrawnByItsProposer() {
        String declined = proposed("planner", "/funds", fundBody(fresh("FUND-")));
        String withdrawn = proposed("planner", "/funds", fundBody(fresh("FUND-")));

        problem(
                send(post("leader", "/api/v1/proposals/" + withdrawn + "/withdraw", "{\"reason\": \"no\"}")),
                409,
                "not-the-proposer");
        done("leader", "/proposals/" + declined + "/decline", "{\"reason\": \"not this year\"}");
        JsonNode last = done("planner", "/proposals/" + withdrawn + "/withdraw", "{\"reason\": \"a slip\"}");

        problem(confirm("leader", declined), 409, "proposal-not-open");
        JsonNode seen = json(get(
                "clerk",
                "/proposals/" + withdrawn + "?minPosition="
                        + last.get("position").asString()));
        assertThat(seen.get("state").asString()).isEqualTo("withdrawn");
        assertThat(seen.get("reason").asString()).isEqualTo("a slip");
    }

    @Test
    void manyPaymentsAreProposedAndConfirmedTogether() {
        String fund = fundWith("100.00", ENDED);
        String payee = payee();
        String allocation = allocation(fund, ENDED, payee, "100.00");
        String good = paymentBody(fresh("R-"), allocation, payee, "40.00", ENDED);
        String too = paymentBody(fresh("R-"), allocation, payee, "400.00", ENDED);

        HttpResponse<String> mixed = batch("false", good, too);
        assertThat(mixed.statusCode()).as(mixed.body()).isEqualTo(207);
        JsonNode items = json(mixed).get("items");
        assertThat(items.get(0).get("status").asInt()).isEqualTo(202);
        assertThat(items.get(1).get("refusal").get("code").asString()).isEqualTo("exceeds-available");
        assertThat(problem(
                                batch("true", paymentBody(fresh("R-"), allocation, payee, "1.00", ENDED), too),
                                409,
                                "exceeds-available")
                        .get("item")
                        .asString())
                .isEqualTo("1");

        HttpResponse<String> both = batch(
                "true",
                paymentBody(fresh("R-"), allocation, payee, "30.00", ENDED),
                paymentBody(fresh("R-"), allocation, payee, "70.00", ENDED));
        assertThat(both.statusCode()).as(both.body()).isEqualTo(202);
        List<String> ids = new ArrayList<>();
        json(both)
                .get("items")
                .forEach(item ->
                        ids.add("\"" + item.get("answer").get("proposalId").asString() + "\""));
        HttpResponse<String> confirmed = send(post(
                "approver",
                "/api/v1/proposals/confirm",
                "{\"atomic\": true, \"proposals\": [" + String.join(",", ids) + "]}"));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        problem(confirm("approver", items.get(0).get("answer").get("proposalId").asString()), 409, "exceeds-available");
    }

    @Test
    void anEntryIsReversedByPositionOrEventId() {
        String fund = fundWith("100.00", ENDED);
        JsonNode appropriated =
                clerks("/funds/" + fund + "/years/" + ENDED + "/appropriations", movement("60.00", firstDay(ENDED)));
        String entry = entry(appropriated, "fund-year.budget-appropriated");
        long position = jdbc.queryForObject(
                "select position from ledger_event where stream || '@' || sequence = ?", Long.class, entry);
        String eventId = jdbc.queryForObject(
                "select event_id::text from ledger_event where position = ?", String.class, position);
        String rest = ", \"reason\": \"a slip\", " + DOCUMENT + "}";

        String byId = proposed("clerk", "/reversals", "{\"eventId\": \"" + eventId + "\"" + rest);
        clerks("/reversals", "{\"position\": " + position + rest);

        problem(confirm("approver", byId), 409, "already-reversed");
        problem(send(post("clerk", "/api/v1/reversals", "{\"position\": 999999999" + rest)), 404, "unknown-entry");
        problem(
                send(post("clerk", "/api/v1/reversals", "{\"reason\": \"a slip\", " + DOCUMENT + "}")),
                400,
                "malformed");
    }

    @Test
    void rolesUnknownsAndFormsAreRefused() {
        problem(
                send(post(
                        "inspector",
                        "/api/v1/payees",
                        "{\"payee\": \"TEST:X\", \"kind\": \"organisation\", \"name\": \"A\"}")),
                403,
                "role-not-allowed");
        problem(send(post("inspector", "/api/v1/funds", fundBody(fresh("FUND-")))), 403, "role-not-allowed");
        problem(send(post("clerk", "/api/v1/funds/NO/years/" + ENDED, document())), 404, "unknown-fund");
        problem(
                send(post("clerk", "/api/v1/allocations/NO/increase", movement("1.00", firstDay(ENDED)))),
                404,
                "unknown-allocation");
        problem(send(post("reviewer", "/api/v1/disbursements/NO/review", "")), 404, "unknown-disbursement");
        problem(
                send(post("clerk", "/api/v1/allocations/NO/increase", movement("-1.00", firstDay(ENDED)))),
                400,
                "amount-not-positive");
        JsonNode malformed = problem(
                send(post("clerk", "/api/v1/allocations/%20/increase", "{\"amount\": \"1.00\"}")), 400, "malformed");
        assertThat(malformed.get("fields")).hasSizeGreaterThanOrEqualTo(3);
        problem(send(post("clerk", "/api/v1/funds/F/years/soon", document())), 400, "malformed");
        problem(
                send(as("clerk", "/api/v1/funds/F/years/2025")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(document()))),
                400,
                "malformed");
        problem(
                send(request("/api/v1/payees")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                401,
                "unauthenticated");
    }

    @Test
    void anAccountNumberAndAPersonsNameStandOnlyInTheVault() {
        String payee = "TEST:" + fresh("P-");
        String key = UUID.randomUUID().toString();
        String person = "{\"payee\": \"" + payee + "\", \"kind\": \"person\", \"name\": \"欧阳测试人\"}";
        assertThat(send(keyed("clerk", "/payees", person, key)).statusCode()).isEqualTo(201);
        assertThat(send(keyed("clerk", "/payees", person, key)).statusCode()).isEqualTo(201);
        String account = "{\"number\": \"6222-0211 0300 9876 543\", \"holder\": \"欧阳测试人\", \"bank\": \"B\"}";
        JsonNode proposed = done("clerk", "/payees/" + payee + "/accounts", account);
        HttpResponse<String> twice = send(post("clerk", "/api/v1/payees/" + payee + "/accounts", account));
        problem(twice, 409, "account-exists");
        String other = account.replace("6222", "6223");
        problem(send(post("inspector", "/api/v1/payees/" + payee + "/accounts", other)), 403, "role-not-allowed");

        JsonNode seen = json(get(
                "clerk",
                "/payees/" + payee + "?minPosition=" + proposed.get("position").asString()));
        JsonNode shown = seen.get("accounts").get(0);
        assertThat(shown.get("lastFour").asString()).isEqualTo("6543");
        String address =
                "/payees/" + payee + "/accounts/" + shown.get("accountId").asString() + "/number";
        assertThat(json(get("reviewer", address)).get("number").asString()).isEqualTo("6222021103009876543");
        assertThat(json(get("reviewer", address)).get("holder").asString()).isEqualTo("欧阳测试人");
        assertThat(json(get("reviewer", "/payees/" + payee + "/name"))
                        .get("name")
                        .asString())
                .isEqualTo("欧阳测试人");
        problem(get("auditor", address), 403, "forbidden");
        problem(get("admin", "/payees/" + payee + "/name"), 403, "forbidden");

        assertThat(jdbc.queryForList(
                        "select distinct person_id from vault_look where subject like ?",
                        String.class,
                        "payee:" + payee + "%"))
                .containsExactly(DemoUsers.personId("reviewer"));
        // one row each: what was repeated or refused left none behind
        assertThat(jdbc.queryForObject(
                        "select count(*) from vault where subject like ?", Long.class, "payee:" + payee + "%"))
                .isEqualTo(3);
        for (String secret : List.of("6222021103009876543", "欧阳测试人")) {
            assertThat(jdbc.queryForObject("""
                    select count(*) from ledger_event where position(convert_to(?, 'UTF8') in payload) > 0
                        or position(convert_to(?, 'UTF8') in metadata) > 0""", Long.class, secret, secret)).isZero();
            assertThat(jdbc.queryForObject(
                            "select count(*) from vault where position(convert_to(?, 'UTF8') in ciphertext) > 0",
                            Long.class,
                            secret))
                    .isZero();
        }
    }

    @Test
    void everyWriteIsDescribedNeedsSignInAndAnswersAProblemToNonsense() {
        JsonNode paths = json(send(as("inspector", "/v3/api-docs"))).get("paths");
        int writes = 0;
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                JsonNode operation = paths.get(path).get(method);
                assertThat(operation.get("summary")).as(method + " " + path).isNotNull();
                assertThat(operation.get("tags")).as(method + " " + path).isNotNull();
                String tag = operation.get("tags").get(0).asString();
                if (method.equals("get")
                        || !List.of(
                                        "funds",
                                        "fund years",
                                        "payees",
                                        "allocations",
                                        "disbursements",
                                        "recoveries",
                                        "reversals",
                                        "proposals")
                                .contains(tag)) {
                    continue;
                }
                writes++;
                String address = path.replaceAll("\\{(year|number)}", "1").replaceAll("\\{[a-zA-Z]+}", "x");
                problem(send(method(request(address), method, "{}")), 401, "unauthenticated");
                HttpResponse<String> nonsense = send(method(as("inspector", address), method, "{\"nonsense\": 1}"));
                assertThat(nonsense.statusCode())
                        .as(method + " " + path + " " + nonsense.body())
                        .isIn(400, 403, 404);
                assertThat(header(nonsense, "Content-Type")).isEqualTo("application/problem+json");
            }
        }
        assertThat(writes).isEqualTo(53);
    }

    private HttpResponse<String> batch(String atomic, String... items) {
        return send(post(
                "clerk",
                "/api/v1/disbursements/batch",
                "{\"atomic\": " + atomic + ", \"items\": [" + String.join(",", items) + "]}"));
    }

    private static HttpRequest.Builder method(HttpRequest.Builder request, String method, String json) {
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method.toUpperCase(), BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder keyed(String user, String path, String json, String key) {
        return as(user, "/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
    }
}
