package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** A unit reads its own, and nothing of others. */
class UnitReadsTest extends LedgerHttpTest {

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
}
