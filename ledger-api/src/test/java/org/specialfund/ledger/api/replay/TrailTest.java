package org.specialfund.ledger.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import tools.jackson.databind.JsonNode;

/** The trail of a yuan over two years: appropriated, allocated, moved, carried over, paid, and back. */
class TrailTest extends LedgerHttpTest {

    private static final String MARCH = ENDED + "-03-05";

    private String fund;
    private String payee;
    private String first;
    private String other;
    private String carried;
    private String oldPayment;
    private String payment;
    private JsonNode last;

    @Test
    void aPaymentIsFollowedFromTheAppropriationAndBack() {
        live();
        JsonNode trail = ok("clerk", "/disbursements/" + payment + "/trail?minPosition=" + text(last, "position"));

        List<String> way = new ArrayList<>();
        for (JsonNode stretch : trail.get("way")) {
            way.add(text(stretch, "what") + " " + text(stretch, "year"));
        }
        assertThat(way)
                .containsExactly(
                        "appropriation " + ENDED, "allocation " + ENDED, "allocation " + YEAR, "payment " + YEAR);
        assertThat(types(trail, 0)).containsExactly("fund-year.budget-appropriated", "fund-year.budget-increased");
        assertThat(types(trail, 1))
                .as("its payments are not on this one's way")
                .containsExactly(
                        "allocation.issued",
                        "allocation.increased",
                        "allocation.virement-received",
                        "allocation.carried-out");
        assertThat(text(trail.get("way").get(1).get("events").get(2).get("facts"), "fromAllocationNo"))
                .isEqualTo(other);
        assertThat(types(trail, 2)).containsExactly("allocation.carried-in");
        assertThat(types(trail, 3)).contains("allocation.spent", "disbursement.recorded", "disbursement.returned");
        JsonNode recorded = trail.get("way").get(3).get("events").get(1);
        assertThat(text(recorded.get("facts"), "bankReference")).isEqualTo("BANK-" + payment);
        assertThat(text(trail.get("way").get(0).get("events").get(0), "documentRef"))
                .isEqualTo("锡财预〔2025〕15号");

        long beforeTheReturn = first(last) - 1;
        assertThat(types(ok("auditor", "/disbursements/" + payment + "/trail?knownAt=" + beforeTheReturn), 3))
                .doesNotContain("disbursement.returned");
        assertThat(types(ok("auditor", "/disbursements/" + payment + "/trail?asOf=" + MARCH), 3))
                .doesNotContain("allocation.spent");
    }

    @Test
    void anAllocationIsFollowedToItsPayees() {
        live();
        String path = "/allocations/" + first + "/trail?minPosition=" + text(last, "position");
        JsonNode trail = ok("inspector", path);
        assertThat(text(trail, "carriedTo")).isEqualTo(carried);
        JsonNode payees = trail.get("payees").get("items");
        assertThat(payees).hasSize(1);
        assertThat(text(payees.get(0), "payee")).isEqualTo(payee);
        assertThat(text(payees.get(0), "paid")).isEqualTo("300.00");
        JsonNode explained = ok("inspector", text(payees.get(0), "explanation").substring("/api/v1".length()));
        assertThat(text(explained, "total")).isEqualTo("300.00");
        assertThat(text(
                        explained
                                .get("entries")
                                .get("items")
                                .get(0)
                                .get("event")
                                .get("facts"),
                        "reference"))
                .isEqualTo(oldPayment);
        assertThat(ok("inspector", path + "&asOf=" + ENDED + "-02-28")
                        .get("payees")
                        .get("items")
                        .get(0)
                        .get("paid")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    void aFundWithCarriedOverMoneyIsReplayedOnce() {
        live();
        JsonNode replay = ok("auditor", "/funds/" + fund + "/replay?minPosition=" + text(last, "position"));

        assertThat(replay.get("agrees").asBoolean()).as(replay.toString()).isTrue();
    }

    @Test
    void whoMayFollow() {
        String no = fresh("A-");
        JsonNode issued = clerks("/allocations", allocationBody(no, fundWith("10.00", ENDED), ENDED, unit(), "5.00"));
        problem(get("unit", "/allocations/" + no + "/trail"), 403, "forbidden");
        problem(get("admin", "/allocations/" + no + "/trail"), 403, "forbidden");
        problem(get("auditor", "/allocations/NO/trail"), 404, "not-found");
        problem(get("auditor", "/disbursements/NO/trail"), 404, "not-found");
        String path = "/allocations/" + no + "/trail?minPosition=" + text(issued, "position");
        assertThat(ok("auditor", path).get("payees").get("items")).isEmpty();
    }

    @Test
    void moneyOfAnEarlierYearIsFollowedThroughItsCarryOver() {
        fund = fundWith("1000.00", ENDED);
        String old = "/funds/" + fund + "/years/" + ENDED;
        clerks("/funds/" + fund + "/years/" + YEAR, document());
        clerks(old + "/start-closing", document());
        clerks(old + "/carry-over", "{\"amount\": \"400.00\", " + DOCUMENT + "}");
        String no = fresh("A-");
        JsonNode issued = clerks(
                "/allocations",
                allocationBody(no, fund, YEAR, payee(), "60.00").replace("{", "{\"originYear\": " + ENDED + ", "));

        JsonNode trail = ok("auditor", "/allocations/" + no + "/trail?minPosition=" + text(issued, "position"));
        assertThat(trail.get("way").findValuesAsString("what"))
                .containsExactly("appropriation", "carry-over", "allocation");
        assertThat(types(trail, 1)).containsExactly("fund-year.carried-over");
        assertThat(text(trail.get("way").get(1), "year")).isEqualTo(String.valueOf(ENDED));
    }

    private void live() {
        fund = fundWith("1000.00", ENDED);
        String old = "/funds/" + fund + "/years/" + ENDED;
        clerks("/funds/" + fund + "/years/" + YEAR, document());
        clerks(
                old + "/adjustments",
                "{\"direction\": \"increase\", " + movement("100.00", MARCH).substring(1));
        payee = payee();
        first = allocation(fund, ENDED, payee, "350.00");
        other = allocation(fund, ENDED, payee, "50.00");
        clerks("/allocations/" + first + "/increase", movement("50.00", MARCH));
        clerks(
                "/virements",
                "{\"allocationNo\": \"" + other + "\", \"toAllocationNo\": \"" + first + "\", "
                        + movement("50.00", MARCH).substring(1));
        oldPayment = settled("clerk", first, payee, "300.00", ENDED);
        clerks(old + "/start-closing", document());
        carried = fresh("A-");
        clerks(
                "/allocations/" + first + "/carry-over",
                "{\"toAllocationNo\": \"" + carried + "\", \"amount\": \"150.00\", " + DOCUMENT + "}");
        payment = fresh("R-");
        clerks(
                "/disbursements/record",
                paymentBody(payment, carried, payee, "120.00", YEAR)
                        .replace("-03-01", "-01-01")
                        .replace("{", "{\"bankAccount\": \"ACC-1\", \"bankReference\": \"BANK-" + payment + "\", "));
        last = two(
                "treasury",
                "reviewer",
                "/disbursements/" + payment + "/return",
                "{\"kind\": \"refunded\", " + movement("20.00", firstDay(YEAR)).substring(1));
    }

    private static List<String> types(JsonNode trail, int stretch) {
        List<String> types = new ArrayList<>();
        trail.get("way").get(stretch).get("events").forEach(event -> types.add(text(event, "type")));
        return types;
    }
}
