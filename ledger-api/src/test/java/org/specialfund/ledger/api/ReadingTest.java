package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What was written is read: at once, on both axes, by those who may. */
class ReadingTest extends LedgerHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatWasJustWrittenIsReadWithItsPosition() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        for (int i = 0; i < 5; i++) {
            String no = fresh("A-");
            JsonNode issued = clerks("/allocations", allocationBody(no, fund, ENDED, payee, "100.00"));
            long position = Long.parseLong(issued.get("position").asString());

            JsonNode balance = ok("clerk", "/balances?account=available." + no + "&minPosition=" + position);

            assertThat(balance.get("balance").asString()).isEqualTo("100.00");
            assertThat(balance.get("position").asLong()).isGreaterThanOrEqualTo(position);
        }
    }

    @Test
    void aPositionFarAheadIsNotReached() {
        HttpResponse<String> response = get("clerk", "/funds?minPosition=999999999");

        JsonNode problem = problem(response, 503, "position-not-reached");
        assertThat(problem.get("wanted").asString()).isEqualTo("999999999");
        assertThat(problem.get("reached").asString()).matches("[0-9]+");
    }

    @Test
    void figuresStandOnBothAxes() {
        String fund = fundWith("1000.00", ENDED);
        String no = allocation(fund, ENDED, payee(), "600.00");
        JsonNode decreased = clerks("/allocations/" + no + "/decrease", movement("100.00", ENDED + "-06-01"));
        long position = Long.parseLong(decreased.get("position").asString());
        String allocation = "/allocations/" + no + "?minPosition=" + position;
        String unallocated = "/balances?account=unallocated." + fund + "." + ENDED + "&minPosition=" + position;

        assertThat(text(ok("clerk", unallocated), "balance")).isEqualTo("500.00");
        assertThat(text(ok("clerk", unallocated + "&asOf=" + ENDED + "-05-31"), "balance"))
                .isEqualTo("400.00");
        assertThat(text(ok("clerk", unallocated + "&knownAt=" + (first(decreased) - 1)), "balance"))
                .isEqualTo("400.00");
        assertThat(text(ok("clerk", unallocated + "&knownAt=2020-01-01T00:00:00Z"), "balance"))
                .isEqualTo("0.00");
        assertThat(text(ok("clerk", allocation).get("figures"), "available")).isEqualTo("500.00");
        assertThat(text(ok("clerk", allocation + "&asOf=" + ENDED + "-05-31").get("figures"), "available"))
                .isEqualTo("600.00");

        JsonNode year = ok("inspector", "/funds/" + fund + "/years/" + ENDED);
        assertThat(text(year, "appropriated")).isEqualTo("1000.00");
        assertThat(text(year, "unallocated")).isEqualTo("500.00");
        assertThat(text(year, "allocated")).isEqualTo("500.00");
        assertThat(text(year, "executionRate")).isEqualTo("0.000000");
        assertThat(text(year, "state")).isEqualTo("open");
    }

    @Test
    void theTrialBalanceIsZeroAndAStatementPagesThrough() {
        String fund = fundWith("1000.00", ENDED);
        String no = allocation(fund, ENDED, payee(), "100.00");
        JsonNode last = clerks("/allocations/" + no + "/increase", movement("50.00", ENDED + "-02-01"));

        JsonNode trial = ok("auditor", "/trial-balance?fund=" + fund + "&minPosition=" + text(last, "position"));
        assertThat(trial.get("balanced").asBoolean()).isTrue();
        assertThat(trial.get("accounts")).isNotEmpty();
        JsonNode first = ok("auditor", "/statements?account=available." + no + "&limit=1");
        assertThat(text(first, "closing")).isEqualTo("150.00");
        assertThat(text(first.get("rows").get("items").get(0), "balanceAfter")).isEqualTo("100.00");
        String next = text(first.get("rows"), "next");
        JsonNode second = ok("auditor", "/statements?account=available." + no + "&limit=1&cursor=" + next);
        assertThat(text(second.get("rows").get("items").get(0), "balanceAfter")).isEqualTo("150.00");
        assertThat(second.get("rows").get("next")).isNull();
    }

    @Test
    void historyTellsWhoWhenWhatAndTheBalancesAfter() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String no = allocation(fund, ENDED, payee, "100.00");
        String paid = settled("clerk", no, payee, "40.00", ENDED);
        JsonNode reported = done("clerk", "/disbursements/" + paid + "/spending", movement("1.00", ENDED + "-03-03"));
        String wait = "?minPosition=" + text(reported, "position");

        JsonNode events =
                ok("inspector", "/allocations/" + no + "/history" + wait).get("items");
        JsonNode issued = events.get(0);
        assertThat(text(issued.get("event"), "type")).startsWith("fund-year.committed");
        JsonNode held = find(events, "allocation.held");
        assertThat(text(held.get("event"), "actor")).isEqualTo(DemoUsers.personId("clerk"));
        assertThat(text(held.get("balancesAfter"), "held." + no)).isEqualTo("40.00");
        assertThat(ok("inspector", "/funds/" + fund + "/history").get("items")).isNotEmpty();
        assertThat(ok("inspector", "/disbursements/" + paid + "/history").get("items"))
                .isNotEmpty();
        assertThat(text(ok("inspector", "/disbursements/" + paid), "state")).isEqualTo("paid");
    }

    @Test
    void listsPageByCursorAndUnknownsAreNotFound() {
        fundWith("10.00", ENDED);
        JsonNode last = null;
        for (int i = 0; i < 2; i++) {
            last = two("planner", "leader", "/funds", fundBody(fresh("FUND-")));
        }
        JsonNode first = ok("clerk", "/funds?limit=1&minPosition=" + text(last, "position"));
        JsonNode second = ok("clerk", "/funds?limit=1&cursor=" + text(first, "next"));
        assertThat(text(second.get("items").get(0), "fundCode"))
                .isGreaterThan(text(first.get("items").get(0), "fundCode"));
        assertThat(ok("clerk", "/proposals?state=confirmed&limit=2").get("items"))
                .hasSize(2);
        for (String path : new String[] {
            "/funds/NO",
            "/funds/NO/years",
            "/funds/NO/years/2025",
            "/funds/NO/history",
            "/allocations/NO",
            "/allocations/NO/history",
            "/disbursements/NO",
            "/disbursements/NO/history",
            "/payees/TEST:NO",
            "/proposals/NO",
            "/recoveries/NO:1",
            "/balances?account=available.NO",
            "/statements?account=available.NO",
            "/payees/TEST:NO/name",
            "/payees/TEST:NO/accounts/NO/number"
        }) {
            problem(get("clerk", path), 404, "not-found");
        }
        problem(get("clerk", "/balances?account=available.NO&asOf=2025-02-30"), 400, "malformed");
        problem(get("clerk", "/balances?account=available.NO&knownAt=yesterday"), 400, "malformed");
        problem(get("clerk", "/balances"), 400, "malformed");
        problem(get("clerk", "/statements?account=available.NO&cursor=eA"), 400, "malformed");
        problem(send(request("/api/v1/funds")), 401, "unauthenticated");
    }

    @Test
    void aUnitSeesItsOwnAndAnAdministratorNoAmounts() {
        String fund = fundWith("1000.00", ENDED);
        unit();
        String other = payee();
        String own = allocation(fund, ENDED, DemoUsers.UNIT, "100.00");
        String foreign = allocation(fund, ENDED, other, "100.00");
        String payment = settled("unit", own, DemoUsers.UNIT, "10.00", ENDED);
        String foreignPayment = settled("clerk", foreign, other, "10.00", ENDED);
        JsonNode last = done("unit", "/disbursements/" + payment + "/spending", movement("1.00", ENDED + "-03-03"));

        for (JsonNode row : ok("unit", "/allocations?limit=500&minPosition=" + text(last, "position"))
                .get("items")) {
            assertThat(text(row, "recipient")).isEqualTo(DemoUsers.UNIT);
        }
        ok("unit", "/allocations/" + own);
        ok("unit", "/disbursements/" + payment);
        assertThat(ok("unit", "/disbursements?allocation=" + own).get("items")).hasSize(1);
        assertThat(ok("unit", "/disbursements?limit=500").get("items").findValuesAsString("allocationNo"))
                .contains(own)
                .doesNotContain(foreign);
        assertThat(ok("unit", "/disbursements?payee=" + other).get("items")).isEmpty();
        ok("unit", "/balances?account=available." + own);
        problem(get("unit", "/allocations/" + foreign), 404, "not-found");
        problem(get("unit", "/allocations/" + foreign + "/history"), 404, "not-found");
        problem(get("unit", "/disbursements/" + foreignPayment), 404, "not-found");
        problem(get("unit", "/disbursements?allocation=" + foreign), 404, "not-found");
        problem(get("unit", "/balances?account=available." + foreign), 404, "not-found");
        problem(get("unit", "/balances?account=unallocated." + fund + "." + ENDED), 404, "not-found");
        problem(get("unit", "/statements?account=available." + foreign), 404, "not-found");
        problem(get("unit", "/payees/" + other), 404, "not-found");
        for (String path : new String[] {
            "/trial-balance", "/funds", "/proposals", "/refusals", "/payees", "/funds/" + fund + "/history"
        }) {
            problem(get("unit", path), 403, "forbidden");
            problem(get("admin", path), 403, "forbidden");
        }
        for (String path : new String[] {"journal", "balances.csv", "balances.xlsx", "postings.csv", "postings.xlsx"}) {
            problem(get("unit", "/exports/" + path), 403, "forbidden");
        }
        problem(get("admin", "/balances?account=available." + own), 403, "forbidden");
        problem(get("admin", "/allocations/" + own), 403, "forbidden");
    }

    @Test
    void aUnitSeesOfAnEventWhatItMovedOfItsOwn() {
        String fund = fundWith("1000.00", ENDED);
        unit();
        String own = allocation(fund, ENDED, DemoUsers.UNIT, "100.00");
        String foreign = allocation(fund, ENDED, payee(), "100.00");
        JsonNode moved = clerks(
                "/virements",
                "{\"allocationNo\": \"" + own + "\", \"toAllocationNo\": \"" + foreign + "\", "
                        + movement("30.00", ENDED + "-03-01").substring(1));
        String path = "/allocations/" + own + "/history?minPosition=" + text(moved, "position");

        JsonNode seen = find(ok("unit", path).get("items"), "allocation.virement-given");
        JsonNode whole = find(ok("clerk", path).get("items"), "allocation.virement-given");

        assertThat(whole.toString()).contains("available." + own, "available." + foreign);
        assertThat(seen.toString()).contains("available." + own).doesNotContain("available." + foreign);
        assertThat(ok("unit", path).toString()).doesNotContain("unallocated." + fund);
    }

    @Test
    void aUnitListsTheRecoveriesOfItsOwn() {
        String fund = fundWith("1000.00", ENDED);
        unit();
        String other = payee();
        String own = settled("unit", allocation(fund, ENDED, DemoUsers.UNIT, "100.00"), DemoUsers.UNIT, "10.00", ENDED);
        String foreign = settled("clerk", allocation(fund, ENDED, other, "100.00"), other, "10.00", ENDED);
        JsonNode last = null;
        for (String reference : new String[] {own, foreign}) {
            last = clerks(
                    "/recoveries",
                    "{\"reference\": \"" + reference + "\", "
                            + reasoned("5.00", ENDED + "-03-05").substring(1));
        }

        assertThat(ok("unit", "/recoveries?limit=500&minPosition=" + text(last, "position"))
                        .get("items")
                        .findValuesAsString("reference"))
                .contains(own)
                .doesNotContain(foreign);
        assertThat(ok("clerk", "/recoveries?fund=" + fund).get("items")).hasSize(2);
    }

    @Test
    void aListOfAllocationsStandsOnBothAxes() {
        String fund = fundWith("1000.00", ENDED);
        String no = allocation(fund, ENDED, payee(), "600.00");
        JsonNode decreased = clerks("/allocations/" + no + "/decrease", movement("100.00", ENDED + "-06-01"));
        String list = "/allocations?fund=" + fund + "&minPosition=" + text(decreased, "position");

        assertThat(available(list)).isEqualTo("500.00");
        assertThat(available(list + "&asOf=" + ENDED + "-05-31")).isEqualTo("600.00");
        assertThat(available(list + "&asOf=" + (ENDED - 1) + "-12-31")).isEqualTo("0.00");
        assertThat(available(list + "&knownAt=" + (first(decreased) - 1))).isEqualTo("600.00");
        assertThat(available(list + "&knownAt=2020-01-01T00:00:00Z")).isEqualTo("0.00");
        JsonNode row =
                ok("clerk", list + "&asOf=" + ENDED + "-05-31").get("items").get(0);
        assertThat(text(row.get("figures"), "asOf")).isEqualTo(ENDED + "-05-31");
        assertThat(text(row, "available")).as("as it is now").isEqualTo("500.00");
    }

    @Test
    void whatIsKeptOnlyAsItIsNowRefusesAnotherTime() {
        String fund = fundWith("10.00", ENDED);
        for (String path : new String[] {
            "/funds",
            "/funds/" + fund,
            "/funds/" + fund + "/years",
            "/payees",
            "/disbursements",
            "/recoveries",
            "/proposals",
            "/refusals"
        }) {
            for (String parameter : new String[] {"asOf=2025-01-01", "knownAt=1"}) {
                JsonNode problem = problem(get("clerk", path + "?" + parameter), 400, "malformed");
                assertThat(problem.get("fields").get(0).toString()).contains("only-as-it-is-now");
                assertThat(text(problem, "detail")).contains("only as it is now");
            }
        }
        String description = json(send(as("clerk", "/v3/api-docs")))
                .at("/paths/~1api~1v1~1disbursements/get/description")
                .asString();
        assertThat(description).contains("asOf and knownAt are refused");
    }

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

    private String available(String list) {
        return text(ok("clerk", list).get("items").get(0).get("figures"), "available");
    }

    private JsonNode rebuild() {
        for (JsonNode projection : ok("admin", "/projections")) {
            if (text(projection, "name").equals("balance")) {
                return projection.get("rebuild");
            }
        }
        throw new AssertionError("no projection balance");
    }

    private JsonNode ok(String user, String path) {
        HttpResponse<String> response = get(user, path);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return json(response);
    }

    private static long first(JsonNode answer) {
        return Long.parseLong(text(answer, "position")) - answer.get("events").size() + 1;
    }

    private static JsonNode find(JsonNode events, String type) {
        for (JsonNode event : events) {
            if (text(event.get("event"), "type").equals(type)) {
                return event;
            }
        }
        throw new AssertionError("no " + type + " in " + events);
    }

    private static String text(JsonNode node, String field) {
        assertThat(node.get(field)).as(field + " of " + node).isNotNull();
        return node.get(field).asString();
    }
}
