package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** The views of supervision say what was computed by hand, and what the trial balance says. */
class SupervisionFiguresTest extends SupervisedFund {

    private static final String ALLOCATED_BY_OTHER = """
            "allocated":"300.00","held":"25.00","paid":"135.00","paidInYear":"135.00","reported":"45.00",\
            "accepted":"0.00","spendingRate":"0.333333","paidOfAllocated":"0.450000"}""";

    @BeforeEach
    void aYear() {
        aYearWithFiguresKnownByHand();
    }

    private JsonNode ladder(String query) {
        return ok("auditor", "/supervision/execution?fundCode=" + fund + query);
    }

    private JsonNode line(String query) {
        JsonNode items = ladder("&groupBy=fund-year&year=" + ENDED + query).get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void theLadderIsThatComputedByHandAndTiesToTheTrialBalance() {
        JsonNode line = line("");

        assertThat(line.toString()).isEqualTo("""
                {"fundKind":"regular","currency":"CNY","fundCode":"%s","year":%d,"appropriated":"1200.00",\
                "carriedIn":"0.00","unallocated":"850.00","allocated":"350.00","held":"25.00","paid":"175.00",\
                "paidInYear":"175.00","reported":"45.00","accepted":"40.00","executionRate":"0.145833",\
                "spendingRate":"0.257143","paidOfAllocated":"0.500000"}""".formatted(fund, ENDED));
        Map<String, BigDecimal> trial = trialBalance("");
        assertThat(amount(line, "appropriated").negate()).isEqualTo(trial.get("appropriated"));
        assertThat(amount(line, "unallocated")).isEqualTo(trial.get("unallocated"));
        assertThat(amount(line, "allocated"))
                .isEqualTo(trial.get("available").add(trial.get("held")).add(trial.get("paid")));
        assertThat(amount(line, "held")).isEqualTo(trial.get("held"));
        assertThat(amount(line, "paid")).isEqualTo(trial.get("paid"));
        assertThat(amount(line, "reported")).isEqualTo(trial.get("reported"));
    }

    @Test
    void theLadderAnswersForAnotherDayAndAnotherKnowledge() {
        JsonNode march = line("&asOf=" + ENDED + "-03-31");
        assertThat(text(march, "appropriated")).isEqualTo("1000.00");
        assertThat(text(march, "allocated")).isEqualTo("300.00");
        assertThat(text(march, "paid")).isEqualTo("100.00");
        assertThat(text(march, "accepted")).isEqualTo("0.00");
        assertThat(text(march, "spendingRate")).isEqualTo("0.000000");

        JsonNode known = line("&knownAt=" + paidAt);
        assertThat(text(known, "paid")).isEqualTo("100.00");
        assertThat(text(known, "held")).isEqualTo("0.00");
        assertThat(text(known, "executionRate")).as("the adjustment was known").isEqualTo("0.083333");

        JsonNode before = line("&asOf=" + (ENDED - 1) + "-12-31");
        assertThat(before.get("executionRate"))
                .as("n/a where nothing was appropriated")
                .isNull();
        assertThat(before.get("spendingRate")).isNull();
    }

    @Test
    void theLadderIsGroupedSortedAndPaged() {
        JsonNode page = ladder("&groupBy=recipient&sort=-paid&limit=1");
        assertThat(page.get("items").get(0).toString())
                .isEqualTo("{\"fundKind\":\"regular\",\"currency\":\"CNY\",\"recipient\":\"" + other + "\","
                        + ALLOCATED_BY_OTHER);
        JsonNode next = ladder("&groupBy=recipient&sort=-paid&limit=1&cursor=" + text(page, "next"));
        assertThat(next.get("items").findValuesAsString("recipient")).containsExactly(DemoUsers.UNIT);
        assertThat(next.get("items").findValuesAsString("accepted")).containsExactly("40.00");
        assertThat(next.get("next")).isNull();
        assertThat(ladder("&groupBy=recipient&sort=accepted").get("items").findValuesAsString("recipient"))
                .containsExactly(other, DemoUsers.UNIT);

        JsonNode categories = ladder("&groupBy=category").get("items");
        assertThat(categories).hasSize(2);
        assertThat(categories.get(0).get("category")).isNull();
        assertThat(text(categories.get(0), "paid")).isEqualTo("135.00");
        assertThat(text(categories.get(1), "category")).isEqualTo("network");
        assertThat(text(categories.get(1), "paid")).isEqualTo("40.00");
        assertThat(ladder("&groupBy=year").get("items").findValuesAsString("appropriated"))
                .containsExactly("1200.00", "1000.00");
        assertThat(text(ladder("").get("items").get(0), "appropriated")).isEqualTo("2200.00");

        problem(get("auditor", "/supervision/execution?groupBy=payee"), 400, "malformed");
        problem(get("auditor", "/supervision/execution?sort=fund"), 400, "malformed");
        problem(get("auditor", "/supervision/execution?fundCode=%2F"), 400, "malformed");
        problem(get("auditor", "/supervision/execution?cursor=Zm9v"), 400, "malformed");
        problem(get("unit", "/supervision/execution"), 403, "forbidden");
        problem(get("admin", "/supervision/execution"), 403, "forbidden");
    }

    @Test
    void unspentMoneyIsShownByOriginYearAndOldMoneyIsMarked() {
        JsonNode items = ok("auditor", "/supervision/ageing?fundCode=" + fund).get("items");
        assertThat(items.toString()).isEqualTo("""
                [{"fundKind":"regular","fundCode":"%1$s","year":%2$d,"state":"open","originYear":%2$d,\
                "currency":"CNY","unallocated":"850.00","available":"150.00","held":"25.00","unspent":"1025.00",\
                "yearsUnspent":1,"surplus":false},\
                {"fundKind":"regular","fundCode":"%1$s","year":%3$d,"state":"open","originYear":%3$d,\
                "currency":"CNY","unallocated":"1000.00","available":"0.00","held":"0.00","unspent":"1000.00",\
                "yearsUnspent":0,"surplus":false}]""".formatted(fund, ENDED, YEAR));
        Map<String, BigDecimal> trial = trialBalance("");
        assertThat(amount(items.get(0), "unspent"))
                .isEqualTo(trial.get("unallocated").add(trial.get("available")).add(trial.get("held")));

        String old = aFundThatOpenedWithMoneyOfTheYearBefore();
        JsonNode page = ok("auditor", "/supervision/ageing?limit=1&fundCode=" + old);
        assertThat(page.get("items").findValuesAsString("originYear")).containsExactly(Integer.toString(ENDED - 1));
        assertThat(page.get("items").get(0).get("surplus").asBoolean()).isTrue();
        assertThat(text(page.get("items").get(0), "available")).isEqualTo("60.00");
        JsonNode rest = ok("auditor", "/supervision/ageing?limit=1&fundCode=" + old + "&cursor=" + text(page, "next"));
        assertThat(rest.get("items").get(0).get("surplus").asBoolean()).isFalse();
        assertThat(text(rest.get("items").get(0), "unallocated")).isEqualTo("400.00");
        assertThat(rest.get("next")).isNull();
        problem(get("auditor", "/supervision/ageing?asOf=" + ENDED + "-01-01"), 400, "malformed");
        problem(get("unit", "/supervision/ageing"), 403, "forbidden");
    }

    private String aFundThatOpenedWithMoneyOfTheYearBefore() {
        String old = fresh("FUND-");
        two("planner", "leader", "/funds", fundBody(old));
        clerks("/funds/" + old + "/years/" + ENDED, document());
        JsonNode opened = clerks("/funds/" + old + "/years/" + ENDED + "/opening", """
                {"unallocated": "400.00", "effectiveDate": "%s", %s, "allocations": [
                  {"allocationNo": "%s", "recipient": "%s", "originYear": %d, "available": "60.00", "payments": []}]}""".formatted(
                        firstDay(ENDED), DOCUMENT, fresh("A-"), other, ENDED - 1));
        ok("auditor", "/supervision/ageing?minPosition=" + text(opened, "position"));
        return old;
    }

    @Test
    void concentrationIsTheShareOfTheTopPayeeAndTheSumOfSquares() {
        String path = "/supervision/concentration";
        JsonNode years = ok("auditor", path + "?fundCode=" + fund).get("items");
        assertThat(years.get(0).toString()).isEqualTo("""
                {"fundKind":"regular","fundCode":"%s","year":%d,"currency":"CNY","paid":"175.00","payees":3,\
                "topPayee":"%s","paidToTop":"75.00","topShare":"0.428571","hhi":"0.353469"}""".formatted(fund, ENDED, other));
        assertThat(amount(years.get(0), "paid")).isEqualTo(trialBalance("").get("paid"));
        assertThat(years.get(1).get("hhi")).as("n/a where nothing was paid").isNull();

        String ofYear = path + "/" + fund + "/" + ENDED;
        JsonNode first = ok("auditor", ofYear + "?limit=2");
        assertThat(first.get("items").findValuesAsString("payee")).containsExactly(other, third);
        assertThat(first.get("items").findValuesAsString("share")).containsExactly("0.428571", "0.342857");
        JsonNode last = ok("auditor", ofYear + "?limit=2&cursor=" + text(first, "next"));
        assertThat(last.get("items").findValuesAsString("paid")).containsExactly("40.00");
        assertThat(ok("auditor", ofYear + "?knownAt=" + paidAt).get("items").toString())
                .isEqualTo("[{\"rank\":1,\"payee\":\"" + other + "\",\"paid\":\"100.00\",\"share\":\"1.000000\"}]");
        JsonNode page = ok("auditor", path + "?limit=1&fundCode=" + fund);
        assertThat(ok("auditor", path + "?limit=1&fundCode=" + fund + "&cursor=" + text(page, "next"))
                        .get("items")
                        .findValuesAsString("year"))
                .containsExactly(Integer.toString(YEAR));
        problem(get("auditor", path + "/" + fund + "/1999"), 404, "not-found");
        problem(get("unit", path), 403, "forbidden");
    }

    @Test
    void thePublicReadsNoNaturalPersonAndNoAccount() {
        String person = "TEST:" + fresh("P-");
        done("clerk", "/payees", "{\"payee\": \"" + person + "\", \"kind\": \"person\", \"name\": \"欧阳某人\"}");
        String allocation = allocation(fund, ENDED, person, "7.00");
        JsonNode last = clerks("/disbursements/record", paymentBody(fresh("R-"), allocation, person, "2.00", ENDED));
        String path = "/public/funds/" + fund + "/" + ENDED;

        JsonNode summary = ok("planner", path + "?minPosition=" + text(last, "position"));

        assertThat(text(summary, "name")).isEqualTo("数字城市专项资金");
        assertThat(text(summary, "appropriated")).isEqualTo("1200.00");
        assertThat(text(summary, "allocated")).isEqualTo("357.00");
        assertThat(amount(summary, "paid"))
                .isEqualTo(trialBalance("").get("paid"))
                .isEqualTo("177.00");
        assertThat(text(summary, "executionRate")).isEqualTo("0.147500");
        assertThat(summary.get("byUnit").toString())
                .isEqualTo("[{\"name\":\"市数据局\",\"allocated\":\"300.00\",\"paid\":\"135.00\"},"
                        + "{\"name\":\"" + text(ok("clerk", "/payees/" + DemoUsers.UNIT), "name")
                        + "\",\"allocated\":\"50.00\",\"paid\":\"40.00\"}]");
        assertThat(summary.get("others").toString())
                .isEqualTo("{\"count\":1,\"allocated\":\"7.00\",\"paid\":\"2.00\"}");
        assertThat(summary.get("projects").findValuesAsString("projectNo")).containsExactly(project);
        assertThat(text(summary.get("projects").get(0), "acceptedOn")).isEqualTo(ENDED + "-08-01");
        for (String secret : List.of("欧阳", person, other, DemoUsers.UNIT, DemoUsers.personId("clerk"))) {
            assertThat(summary.toString()).doesNotContain(secret);
        }
        problem(get("planner", "/public/funds/" + fund + "/1999"), 404, "not-found");
        problem(get("unit", path), 403, "forbidden");
        problem(send(request("/api/v1" + path)), 401, "unauthenticated");
    }
}
