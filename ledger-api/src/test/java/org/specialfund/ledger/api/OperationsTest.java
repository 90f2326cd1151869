package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** How the figures are, whether they are right, and what is done where they are not. */
class OperationsTest extends LedgerHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void projectionsAreLookedAfter() throws InterruptedException {
        assertThat(ok("admin", "/projections")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ok("auditor", "/dead-letters")).isEmpty();
        problem(get("clerk", "/projections"), 403, "forbidden");
        problem(send(post("auditor", "/api/v1/projections/fund/rebuild", "")), 403, "forbidden");
        problem(send(post("admin", "/api/v1/projections/none/rebuild", "")), 404, "not-found");

        String fund = fundWith("10.00", ENDED);
        assertThat(send(post("admin", "/api/v1/projections/balance/rebuild", ""))
                        .statusCode())
                .isEqualTo(202);
        JsonNode rebuild = rebuild();
        while (!text(rebuild, "state").matches("done|failed")) {
            Thread.onSpinWait();
            rebuild = rebuild();
        }
        assertThat(text(rebuild, "state")).isEqualTo("done");
        assertThat(text(ok("clerk", "/balances?account=unallocated." + fund + "." + ENDED), "balance"))
                .isEqualTo("10.00");
        HttpResponse<String> ready = send(request("/actuator/health/readiness"));
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    }

    @Test
    void balancesAreCheckedByPlainSqlAndARowChangedByHandIsNamed() {
        String fund = fundWith("10.00", ENDED);
        String account = "unallocated." + fund + "." + ENDED;
        JsonNode last =
                clerks("/funds/" + fund + "/years/" + ENDED + "/appropriations", movement("5.00", ENDED + "-02-01"));
        ok("auditor", "/balances?account=" + account + "&minPosition=" + text(last, "position"));
        problem(send(post("clerk", "/api/v1/balance-checks", "")), 403, "forbidden");
        problem(get("unit", "/balance-checks"), 403, "forbidden");
        problem(get("auditor", "/balance-checks/" + UUID.randomUUID()), 404, "not-found");

        JsonNode agrees = checked();
        assertThat(text(agrees, "state")).as(agrees.toString()).isEqualTo("agrees");
        assertThat(agrees.get("accounts").asLong()).isPositive();

        String change = "update balance.balance set balance = balance %s 0.01 where account_id = "
                + "(select id from balance.account where name = '" + account + "')";
        jdbc.execute(change.formatted("+"));
        try {
            JsonNode differs = checked();
            assertThat(text(differs, "state")).isEqualTo("differs");
            assertThat(differs.get("differences").asLong()).isEqualTo(1);
            JsonNode difference = differs.get("first").get(0);
            assertThat(text(difference, "table")).isEqualTo("balance.balance");
            assertThat(text(difference, "row")).isEqualTo("unallocated " + fund + " " + ENDED);
            assertThat(text(difference, "expected")).isEqualTo("15.00");
            assertThat(text(difference, "found")).isEqualTo("15.01");
            assertThat(send(as("admin", "/actuator/prometheus")).body())
                    .contains("ledger_balance_check_differences 1.0");
        } finally {
            jdbc.execute(change.formatted("-"));
        }
        assertThat(text(checked(), "state")).isEqualTo("agrees");
        assertThat(ok("inspector", "/balance-checks").findValuesAsString("state"))
                .startsWith("agrees", "differs", "agrees");
    }

    private JsonNode checked() {
        HttpResponse<String> begun = send(post("auditor", "/api/v1/balance-checks", ""));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String path = "/balance-checks/" + text(json(begun), "id");
        JsonNode check = ok("auditor", path);
        while (text(check, "state").equals("running")) {
            Thread.onSpinWait();
            check = ok("auditor", path);
        }
        return check;
    }

    @Test
    void anEventThatCannotBeTakenIsSetAsideShownAndTriedAgain() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String spoilt = fresh("A-");
        jdbc.execute("alter table history.event add constraint spoilt check (type <> 'allocation.issued' or "
                + "allocation_no <> '" + spoilt + "')");
        JsonNode last;
        try {
            clerks("/allocations", allocationBody(spoilt, fund, ENDED, payee, "100.00"));
            last = clerks("/allocations/" + spoilt + "/increase", movement("50.00", ENDED + "-02-01"));
            assertThat(available("/allocations?fund=" + fund + "&minPosition=" + text(last, "position")))
                    .as("money goes on")
                    .isEqualTo("150.00");
        } finally {
            jdbc.execute("alter table history.event drop constraint spoilt");
        }

        JsonNode letters = ok("auditor", "/dead-letters");
        assertThat(letters).hasSize(2);
        assertThat(text(letters.get(0), "projection")).isEqualTo("history");
        assertThat(text(letters.get(0), "type")).isEqualTo("allocation.issued");
        assertThat(text(letters.get(0), "error")).contains("spoilt").doesNotContain("100.00");
        assertThat(letters.get(1).get("error")).as("waits behind the first").isNull();
        assertThat(ok("clerk", "/allocations/" + spoilt + "/history")
                        .get("items")
                        .findValuesAsString("type"))
                .doesNotContain("allocation.issued", "allocation.increased");
        String one = "{\"projection\": \"history\", \"position\": " + text(letters.get(0), "position") + "}";
        problem(send(post("auditor", "/api/v1/dead-letters", one)), 403, "forbidden");
        problem(send(post("admin", "/api/v1/dead-letters", "{\"position\": 1}")), 400, "malformed");
        problem(
                send(post("admin", "/api/v1/dead-letters", "{\"projection\": \"history\", \"position\": 0}")),
                404,
                "not-found");

        HttpResponse<String> tried = send(post("admin", "/api/v1/dead-letters", one));
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(json(tried).get("taken").asInt()).isEqualTo(2);
        assertThat(json(tried).get("left")).isEmpty();
        assertThat(ok("clerk", "/allocations/" + spoilt + "/history")
                        .get("items")
                        .findValuesAsString("type"))
                .contains("allocation.issued", "allocation.increased");
        assertThat(ok("auditor", "/dead-letters")).isEmpty();
        assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    }

    @Test
    void aFundReplayedFromItsEventsAgreesWithTheProjectionOrShowsWhereNot() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String no = allocation(fund, ENDED, payee, "600.00");
        String paid = settled("clerk", no, payee, "40.00", ENDED);
        done("clerk", "/disbursements/" + paid + "/spending", movement("1.00", ENDED + "-03-03"));
        JsonNode decreased = clerks("/allocations/" + no + "/decrease", movement("100.00", ENDED + "-06-01"));
        String path = "/funds/" + fund + "/replay?minPosition=" + text(decreased, "position");

        JsonNode now = ok("auditor", path);
        assertThat(now.get("agrees").asBoolean()).as(now.toString()).isTrue();
        assertThat(replayed(now, "available." + no)).isEqualTo("460.00");
        assertThat(replayed(now, "paid." + no + "." + payee.replace(":", "%3A")))
                .isEqualTo("40.00");
        assertThat(replayed(now, "reported." + fund + "." + ENDED)).isEqualTo("1.00");
        JsonNode before = ok("inspector", path + "&knownAt=" + (first(decreased) - 1));
        assertThat(before.get("agrees").asBoolean()).as(before.toString()).isTrue();
        assertThat(replayed(before, "available." + no)).isEqualTo("560.00");
        assertThat(before.get("events").asLong()).isLessThan(now.get("events").asLong());
        JsonNode earlier = ok("auditor", path + "&asOf=" + ENDED + "-05-31");
        assertThat(earlier.get("agrees").asBoolean()).as(earlier.toString()).isTrue();
        assertThat(replayed(earlier, "available." + no)).isEqualTo("560.00");

        String amount = "update balance.posting set amount = amount %s 0.01 where position = "
                + "(select max(position) from balance.posting p join balance.account a on a.id = p.account_id "
                + "where a.fund = '" + fund + "') and amount > 0";
        jdbc.update(amount.formatted("+"));
        try {
            JsonNode wrong = ok("auditor", path);
            assertThat(wrong.get("agrees").asBoolean()).isFalse();
            JsonNode account = account(wrong, "unallocated." + fund + "." + ENDED);
            assertThat(account.get("agree").asBoolean()).isFalse();
            assertThat(text(account, "replayed")).isEqualTo("500.00");
            assertThat(text(account, "projected")).isEqualTo("500.01");
            assertThat(ok("auditor", path + "&differing=true").get("accounts").findValuesAsString("agree"))
                    .isNotEmpty()
                    .containsOnly("false");
        } finally {
            jdbc.update(amount.formatted("-"));
        }
        problem(get("clerk", path), 403, "forbidden");
        problem(get("auditor", "/funds/NO/replay"), 404, "not-found");
        problem(get("auditor", "/funds/" + fund.toLowerCase(Locale.ROOT) + "/replay"), 404, "not-found");
    }

    private static String replayed(JsonNode replay, String name) {
        return text(account(replay, name), "replayed");
    }

    private static JsonNode account(JsonNode replay, String name) {
        for (JsonNode account : replay.get("accounts")) {
            if (text(account, "account").equals(name)) {
                return account;
            }
        }
        throw new AssertionError("no " + name + " in " + replay);
    }

    private JsonNode rebuild() {
        for (JsonNode projection : ok("admin", "/projections")) {
            if (text(projection, "name").equals("balance")) {
                return projection.get("rebuild");
            }
        }
        throw new AssertionError("no projection balance");
    }
}
