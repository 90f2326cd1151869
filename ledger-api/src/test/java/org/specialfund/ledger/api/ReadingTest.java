package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** What was written is read: at once, on both axes, by those who may. */
class ReadingTest extends LedgerHttpTest {

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
}
