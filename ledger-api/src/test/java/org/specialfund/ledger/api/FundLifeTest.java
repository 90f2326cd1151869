package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every command of the money, over HTTP, by the people who may give it. */
class FundLifeTest extends LedgerHttpTest {

    private static final String MARCH = ENDED + "-03-05";

    @Test
    void aFundIsRuledStoppedResumedAndClosed() {
        String fund = fresh("FUND-");
        JsonNode established = two("planner", "leader", "/funds", fundBody(fund));
        assertThat(entry(established, "fund.established")).isEqualTo("fund:" + fund.toLowerCase() + "@0");

        putByTwo("planner", "leader", "/funds/" + fund + "/rules", """
                {"appliesFrom": "%s", "timeZone": "Asia/Shanghai", "firstMonth": 1, "categories": ["network"],
                 "leaderThreshold": "500000.00", "approvalThreshold": "100000.00", "returnsTo": "treasury",
                 "surplusTo": "treasury", "lateReturnsTo": "treasury", %s}""".formatted(
                        LocalDate.now().plusDays(30), DOCUMENT));
        String suspension = suspension();
        done("leader", "/funds/" + fund + "/suspend", suspension);
        two("clerk", "leader", "/funds/" + fund + "/resume", suspension);
        two(
                "planner",
                "leader",
                "/funds/" + fund + "/close",
                datedDocument(LocalDate.now().minusDays(1).toString()));

        problem(send(post("clerk", "/api/v1/funds/" + fund + "/years/" + YEAR, document())), 409, "fund-closed");
    }

    @Test
    void aYearIsBudgetedSpentAndClosed() {
        String fund = fresh("FUND-");
        String old = "/funds/" + fund + "/years/" + ENDED;
        two("planner", "leader", "/funds", fundBody(fund));
        clerks(old, document());
        clerks("/funds/" + fund + "/years/" + YEAR, document());
        clerks(old + "/appropriations", movement("1000.00", firstDay(ENDED)));
        clerks(
                old + "/adjustments",
                "{\"direction\": \"increase\", " + movement("100.00", MARCH).substring(1));
        putByTwo(
                "planner",
                "leader",
                old + "/plan",
                "{\"lines\": [{\"line\": \"L1\", \"ceiling\": \"900.00\"}], " + DOCUMENT + "}");
        String unit = unit();
        String a1 = allocation(fund, ENDED, unit, "600.00");
        String a2 = allocation(fund, ENDED, unit, "200.00");

        JsonNode increased = clerks("/allocations/" + a1 + "/increase", movement("50.00", MARCH));
        // Reversing the increase would give an ended year money to spend.
        problem(
                send(post(
                        "clerk",
                        "/api/v1/reversals",
                        "{\"entry\": \"" + entry(increased, "allocation.increased") + "\", \"reason\": \"a slip\", "
                                + DOCUMENT + "}")),
                409,
                "ended-year-gains");
        clerks("/allocations/" + a1 + "/decrease", movement("150.00", MARCH));
        clerks(
                "/virements",
                "{\"allocationNo\": \"" + a1 + "\", \"toAllocationNo\": \"" + a2 + "\", "
                        + movement("50.00", MARCH).substring(1));
        done("approver", "/allocations/" + a2 + "/suspend", suspension());
        clerks("/allocations/" + a2 + "/resume", suspension());

        settled("unit", a1, unit, "300.00", ENDED); // 150 left in a1, 250 in a2, 400 unallocated
        clerks("/allocations/" + a2 + "/return-surplus", movement("50.00", MARCH));
        clerks("/allocations/" + a2 + "/reclaim", movement("200.00", MARCH));
        clerks("/allocations/" + a2 + "/close", datedDocument(ENDED + "-12-31"));
        clerks(old + "/reclaim", movement("50.00", MARCH));

        clerks(old + "/start-closing", document());
        HttpResponse<String> uncleared = send(post("clerk", "/api/v1" + old + "/close", document()));
        assertThat(problem(uncleared, 409, "year-not-cleared").get("remaining").asString())
                .contains("unallocated 400.00");
        clerks(
                "/allocations/" + a1 + "/carry-over",
                "{\"toAllocationNo\": \"" + fresh("A-") + "\", \"amount\": \"150.00\", " + DOCUMENT + "}");
        clerks(old + "/carry-over", "{\"amount\": \"400.00\", " + DOCUMENT + "}");
        clerks(old + "/close", document());
        unspentIsGivenByOrigin(fund, unit);
    }

    /** In the new year: of the old one's money 400 unallocated and 150 in an allocation; nothing of its own. */
    private void unspentIsGivenByOrigin(String fund, String unit) {
        String year = "/funds/" + fund + "/years/" + YEAR;
        String body = issueBody(fund, unit);
        HttpResponse<String> refused = send(post("clerk", "/api/v1/allocations", body));
        assertThat(problem(refused, 409, "exceeds-origin").get("origins").asString())
                .isEqualTo(ENDED + " 400.00");

        clerks("/allocations", body.replace("{", "{\"originYear\": " + ENDED + ", "));
        JsonNode reclaimed = clerks(
                year + "/reclaim", movement("10.00", firstDay(YEAR)).replace("{", "{\"originYear\": " + ENDED + ", "));

        JsonNode view = json(get(
                "auditor", year + "?minPosition=" + reclaimed.get("position").asString()));
        assertThat(view.get("unspentByOrigin").toString())
                .isEqualTo("[{\"originYear\":%d,\"unallocated\":\"330.00\",\"available\":\"210.00\",\"held\":\"0.00\"}]"
                        .formatted(ENDED));
    }

    private static String issueBody(String fund, String unit) {
        return """
                {"allocationNo": "%s", "fundCode": "%s", "year": %d, "recipient": "%s", "amount": "60.00",
                 "effectiveDate": "%s", %s}""".formatted(fresh("A-"), fund, YEAR, unit, firstDay(YEAR), DOCUMENT);
    }

    @Test
    void aPaymentIsDecidedPaidReturnedAndSetRight() {
        String fund = fundWith("1000.00", ENDED);
        String unit = unit();
        String other = payee();
        String allocation = allocation(fund, ENDED, unit, "900.00");
        String paid = settled("unit", allocation, unit, "200.00", ENDED);
        String path = "/disbursements/" + paid;
        done("unit", path + "/spending", movement("120.00", MARCH));
        two(
                "treasury",
                "reviewer",
                path + "/return",
                "{\"kind\": \"refunded\", " + movement("20.00", MARCH).substring(1));
        clerks(
                path + "/correct-payee",
                "{\"toPayee\": \"" + other + "\", \"effectiveDate\": \"" + MARCH + "\", \"reason\": \"a slip\", "
                        + DOCUMENT + "}");

        String demand =
                "{\"reference\": \"" + paid + "\", " + reasoned("50.00", MARCH).substring(1);
        assertThat(entry(clerks("/recoveries", demand), "disbursement.recovery-demanded"))
                .isNotBlank();
        two("treasury", "approver", "/recoveries/" + paid + ":1/receive", movement("30.00", MARCH));
        two("clerk", "leader", "/recoveries/" + paid + ":1/waive", reasoned("20.00", MARCH));

        String rejected = fresh("R-");
        done("clerk", "/disbursements", paymentBody(rejected, allocation, other, "10.00", ENDED));
        done("reviewer", "/disbursements/" + rejected + "/reject", datedReason());
        String cancelled = fresh("R-");
        done("clerk", "/disbursements", paymentBody(cancelled, allocation, other, "10.00", ENDED));
        done("clerk", "/disbursements/" + cancelled + "/cancel", datedReason());

        String recorded = fresh("R-");
        clerks("/disbursements/record", paymentBody(recorded, allocation, other, "100.00", ENDED));
        problem(
                send(post("clerk", "/api/v1/disbursements/" + recorded + "/correct", reasoned("90.00", MARCH))),
                409,
                "ended-year-gains");
        clerks("/disbursements/" + recorded + "/reverse", "{\"reason\": \"paid by another fund\", " + DOCUMENT + "}");
    }

    @Test
    void inTheYearUnderWayAPaymentIsCorrectedAndAnIncreaseReversed() {
        String day = firstDay(YEAR); // never after today
        String fund = fundWith("100.00", YEAR);
        String payee = payee();
        String allocation = allocation(fund, YEAR, payee, "50.00");
        String recorded = fresh("R-");
        clerks(
                "/disbursements/record",
                paymentBody(recorded, allocation, payee, "40.00", YEAR).replace("-03-01", "-01-01"));
        JsonNode corrected = clerks("/disbursements/" + recorded + "/correct", reasoned("30.00", day));
        JsonNode increased = clerks("/allocations/" + allocation + "/increase", movement("50.00", day));
        JsonNode reversed = clerks(
                "/reversals",
                "{\"entry\": \"" + entry(increased, "allocation.increased") + "\", \"reason\": \"a slip\", " + DOCUMENT
                        + "}");

        assertThat(entry(corrected, "disbursement.corrected")).isNotBlank();
        String balance = "/balances?account=available." + allocation + "&minPosition="
                + reversed.get("position").asString();
        assertThat(json(get("clerk", balance)).get("balance").asString()).isEqualTo("20.00");
    }

    @Test
    void aPayeeIsRegisteredVerifiedQualifiedBarredAndUnbarred() {
        String payee = payee();
        String path = "/payees/" + payee;
        JsonNode account = done("clerk", path + "/accounts", """
                {"accountId": "MAIN", "number": "6222 0211 0300 1234 567", "holder": "张三", "bank": "工商银行无锡分行"}""");
        assertThat(entry(account, "payee.account-proposed")).isNotBlank();
        done("reviewer", path + "/accounts/MAIN/verify", document());
        done(
                "planner",
                path + "/qualifications",
                "{\"category\": \"network\", \"qualification\": \"等保二级\", " + DOCUMENT + "}");
        clerks(path + "/bar", "{\"from\": \"" + MARCH + "\", \"reason\": \"fraud\", " + DOCUMENT + "}");
        clerks(path + "/unbar", "{\"effectiveDate\": \"" + MARCH + "\", \"reason\": \"cleared\", " + DOCUMENT + "}");
    }

    @Test
    void anAllocationPaysByTranches() {
        String fund = fundWith("100.00", ENDED);
        String payee = payee();
        String allocation = allocation(fund, ENDED, payee, "100.00");
        done("planner", "/allocations/" + allocation + "/tranches", """
                {"tranches": [{"number": 1, "amount": "60.00", "condition": "signed"},
                              {"number": 2, "amount": "40.00", "condition": "accepted"}], %s}""".formatted(DOCUMENT));
        String payment =
                paymentBody(fresh("R-"), allocation, payee, "60.00", ENDED).replace("{", "{\"tranche\": 1, ");

        problem(send(post("clerk", "/api/v1/disbursements", payment)), 409, "tranche-not-confirmed");
        done("reviewer", "/allocations/" + allocation + "/tranches/1/confirm", document());
        done("clerk", "/disbursements", payment);
    }

    @Test
    void aLedgerThatStartsInMidLifeTakesOverWhatItFinds() {
        String fund = fresh("FUND-");
        String payee = payee();
        two("planner", "leader", "/funds", fundBody(fund));
        clerks("/funds/" + fund + "/years/" + ENDED, document());

        clerks("/funds/" + fund + "/years/" + ENDED + "/opening", """
                {"unallocated": "400.00", "effectiveDate": "%s", %s, "allocations": [
                  {"allocationNo": "%s", "recipient": "%s", "originYear": %d, "available": "60.00",
                   "payments": [{"reference": "%s", "payee": "%s", "paid": "40.00"}]}]}""".formatted(
                        firstDay(ENDED), DOCUMENT, fresh("A-"), payee, ENDED, fresh("R-"), payee));
    }

    private static String suspension() {
        return "{\"cause\": \"manual\", \"effectiveDate\": \"" + MARCH + "\", \"reason\": \"an inquiry\"}";
    }

    private static String datedReason() {
        return "{\"effectiveDate\": \"" + MARCH + "\", \"reason\": \"not needed\"}";
    }

    private static String datedDocument(String day) {
        return "{\"effectiveDate\": \"" + day + "\", " + DOCUMENT + "}";
    }
}
