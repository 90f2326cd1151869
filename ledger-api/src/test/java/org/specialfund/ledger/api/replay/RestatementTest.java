package org.specialfund.ledger.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What changed a figure since it was known otherwise, and what makes it: entry by entry, or an error. */
class RestatementTest extends LedgerHttpTest {

    private static final String YEAR_END = "&asOf=" + ENDED + "-12-31";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aBalanceIsRestatedByTheEntriesRecordedSinceItWasSigned() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String no = allocation(fund, ENDED, payee, "600.00");
        String paid = settled("clerk", no, payee, "40.00", ENDED);
        long signed = head();
        JsonNode increased = clerks("/allocations/" + no + "/increase", movement("50.00", ENDED + "-06-01"));
        String late = recorded(no, payee, "100.00");
        String path = "/restatements?account=available." + no + YEAR_END + "&knownFrom=" + signed;

        JsonNode restated = ok("auditor", path + "&minPosition=" + head());
        assertThat(text(restated, "before")).isEqualTo("560.00");
        assertThat(text(restated, "after")).isEqualTo("510.00");
        assertThat(text(restated, "difference")).isEqualTo("-50.00");
        assertThat(text(restated, "sum")).isEqualTo("-50.00");
        assertThat(restated.get("agrees").asBoolean()).isTrue();
        JsonNode entries = restated.get("entries").get("items");
        assertThat(entries).hasSize(2);
        JsonNode increase = entries.get(0).get("event");
        assertThat(text(increase, "entry")).isEqualTo(entry(increased, "allocation.increased"));
        assertThat(text(increase, "documentRef")).isEqualTo("锡财预〔2025〕15号");
        assertThat(text(increase, "effectiveDate")).isEqualTo(ENDED + "-06-01");
        assertThat(increase.get("position").asLong()).isGreaterThan(signed);
        assertThat(text(increase, "recordedAt")).startsWith("2");
        assertThat(text(increase.get("people"), "proposedBy")).isEqualTo(DemoUsers.personId("clerk"));
        assertThat(text(increase.get("people"), "confirmedBy")).isEqualTo(DemoUsers.personId("approver"));
        assertThat(text(entries.get(0), "running")).isEqualTo("610.00");
        assertThat(text(entries.get(1), "running")).isEqualTo("510.00");
        assertThat(text(entries.get(1).get("event").get("facts"), "reference")).isEqualTo(late);

        JsonNode earlier = ok("auditor", path.replace("-12-31", "-02-28"));
        assertThat(text(earlier, "difference")).isEqualTo("0.00");
        assertThat(earlier.get("entries").get("items")).isEmpty();
        JsonNode nothing = ok("auditor", path + "&knownTo=" + signed);
        assertThat(nothing.get("count").asLong()).isZero();
        assertThat(nothing.get("entries").get("items")).isEmpty();

        JsonNode reversed = clerks("/disbursements/" + paid + "/reverse", "{\"reason\": \"a slip\", " + DOCUMENT + "}");
        JsonNode restored = ok(
                "auditor",
                "/restatements?account=repaid." + fund + "." + ENDED + "&knownFrom=" + signed + "&minPosition="
                        + text(reversed, "position"));
        JsonNode event = restored.get("entries").get("items").get(0).get("event");
        assertThat(text(event, "reverses")).isEqualTo("disbursement:" + paid.toLowerCase());
    }

    @Test
    void pagesOfARestatementGoOnWhereTheLastOneEnded() {
        String fund = fundWith("1000.00", ENDED);
        String no = allocation(fund, ENDED, payee(), "100.00");
        long signed = head();
        for (int i = 1; i <= 5; i++) {
            clerks("/allocations/" + no + "/increase", movement(i + ".00", ENDED + "-06-0" + i));
        }
        String path = "/restatements?account=available." + no + "&knownFrom=" + signed + "&knownTo=" + head()
                + "&limit=2&minPosition=" + head();
        StringBuilder running = new StringBuilder();
        JsonNode page = ok("inspector", path);
        while (true) {
            assertThat(text(page, "sum")).isEqualTo("15.00");
            page.get("entries").get("items").forEach(entry -> running.append(text(entry, "running"))
                    .append(' '));
            JsonNode next = page.get("entries").get("next");
            if (next == null) {
                break;
            }
            page = ok("inspector", path + "&cursor=" + next.asString());
        }
        assertThat(running).hasToString("101.00 103.00 106.00 110.00 115.00 ");
    }

    @Test
    void aYearsFiguresAndRatesStandSideBySide() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String no = allocation(fund, ENDED, payee, "600.00");
        settled("clerk", no, payee, "40.00", ENDED);
        long signed = head();
        recorded(no, payee, "100.00");
        String path = "/funds/" + fund + "/years/" + ENDED + "/restatement?minPosition=" + head() + YEAR_END;

        JsonNode restated = ok("auditor", path + "&knownFrom=" + signed);
        assertThat(text(restated.get("before"), "executionRate")).isEqualTo("0.040000");
        assertThat(text(restated.get("after"), "executionRate")).isEqualTo("0.140000");
        assertThat(text(restated.get("before"), "paid")).isEqualTo("40.00");
        assertThat(text(restated.get("after"), "paid")).isEqualTo("140.00");
        assertThat(text(restated.get("after"), "held")).isEqualTo("0.00");
        assertThat(text(restated.get("after"), "allocated")).isEqualTo("600.00");
        assertThat(restated.get("changes").toString()).isEqualTo("{\"available\":\"-100.00\",\"paid\":\"100.00\"}");
        assertThat(restated.get("agrees").asBoolean()).isTrue();
        assertThat(restated.get("count").asLong()).isEqualTo(2);

        JsonNode all = ok("auditor", path + "&knownFrom=0");
        assertThat(all.get("before").get("executionRate")).as("n/a at zero").isNull();
        assertThat(text(all.get("changes"), "appropriated")).isEqualTo("-1000.00");
        assertThat(ok("auditor", path + "&knownFrom=0&limit=1").get("entries").get("next"))
                .isNotNull();
        JsonNode opened = clerks("/funds/" + fund + "/years/" + YEAR, document());
        JsonNode empty = ok(
                "auditor",
                "/funds/" + fund + "/years/" + YEAR + "/restatement?knownFrom=0&minPosition="
                        + text(opened, "position"));
        assertThat(empty.get("after")).isNull();
        assertThat(empty.get("entries").get("items")).isEmpty();
        problem(get("auditor", path.replace(String.valueOf(ENDED), "1999") + "&knownFrom=0"), 404, "not-found");
    }

    @Test
    void aBalanceIsExplainedByExactlyItsPostings() {
        String fund = fundWith("1000.00", ENDED);
        String payee = payee();
        String no = allocation(fund, ENDED, payee, "600.00");
        settled("clerk", no, payee, "40.00", ENDED);
        long before = head();
        clerks("/allocations/" + no + "/decrease", movement("10.00", ENDED + "-06-01"));
        String path = "?account=available." + no + "&minPosition=" + head();

        JsonNode explained = ok("auditor", "/balances/explanation" + path);
        assertThat(text(explained, "opening")).isEqualTo("0.00");
        assertThat(text(explained, "balance"))
                .isEqualTo(text(ok("auditor", "/balances" + path), "balance"))
                .isEqualTo("550.00");
        assertThat(text(explained, "total")).isEqualTo("550.00");
        JsonNode entries = explained.get("entries").get("items");
        assertThat(entries.findValuesAsString("running")).containsExactly("600.00", "560.00", "550.00");
        assertThat(text(ok("auditor", "/balances/explanation" + path + "&knownAt=" + before), "total"))
                .isEqualTo("560.00");
        assertThat(text(ok("auditor", "/balances/explanation" + path + "&asOf=" + ENDED + "-05-31"), "total"))
                .isEqualTo("560.00");
        assertThat(ok("auditor", "/balances/explanation" + path + "&knownAt=0")
                        .get("entries")
                        .get("items"))
                .isEmpty();

        String[] table =
                get("auditor", "/exports/explanation.csv" + path).body().split("\r\n");
        assertThat(table).hasSize(4);
        assertThat(table[0]).startsWith("\uFEFFposition,recorded_at,effective_date,entry,type,document");
        assertThat(table[3]).contains("allocation.decreased", DemoUsers.personId("approver"), "-10.00,550.00");
        assertThat(get("auditor", "/exports/explanation.xlsx" + path).statusCode())
                .isEqualTo(200);
        problem(get("auditor", "/exports/explanation.csv?account=available.NO"), 404, "not-found");
    }

    @Test
    void whatTheEventsDoNotMakeIsNotShown() {
        String fund = fundWith("1000.00", ENDED);
        String no = allocation(fund, ENDED, payee(), "600.00");
        String account = "available." + no;
        ok("auditor", "/balances/explanation?account=" + account + "&minPosition=" + head());
        String of = " where account_id = (select id from balance.account where name = '" + account + "')";
        for (String[] change : new String[][] {
            {"amount = amount + 0.01", "amount = amount - 0.01"},
            {"effective_date = effective_date + 1", "effective_date = effective_date - 1"},
            {"position = position + 1", "position = position - 1"}
        }) {
            jdbc.update("update balance.posting set " + change[0] + of);
            try {
                JsonNode problem =
                        problem(get("auditor", "/balances/explanation?account=" + account), 500, "figures-disagree");
                assertThat(text(problem, "figure")).contains(account);
                problem(get("auditor", "/restatements?knownFrom=0&account=" + account), 500, "figures-disagree");
                problem(
                        get("auditor", "/funds/" + fund + "/years/" + ENDED + "/restatement?knownFrom=0"),
                        500,
                        "figures-disagree");
            } finally {
                jdbc.update("update balance.posting set " + change[1] + of);
            }
        }
    }

    @Test
    void whoMayAskAndHow() {
        String account = "account=available." + allocation(fundWith("10.00", ENDED), ENDED, unit(), "5.00");
        ok("clerk", "/balances/explanation?minPosition=" + head() + "&" + account);
        for (String path : new String[] {"/balances/explanation?", "/restatements?knownFrom=0&"}) {
            problem(get("unit", path + account), 403, "forbidden");
            problem(get("admin", path + account), 403, "forbidden");
            problem(get("clerk", path + "account=available.NO"), 404, "not-found");
            problem(get("clerk", path + "account="), 400, "malformed");
            problem(get("clerk", path + account + "&cursor=eA"), 400, "malformed");
        }
        problem(get("clerk", "/restatements?" + account), 400, "malformed");
        problem(get("clerk", "/restatements?knownFrom=2&knownTo=1&" + account), 400, "malformed");
        problem(get("clerk", "/restatements?knownFrom=yesterday&" + account), 400, "malformed");
        problem(get("clerk", "/restatements?knownFrom=0&knownAt=1&" + account), 400, "malformed");
        JsonNode byInstant = ok("clerk", "/restatements?knownFrom=2020-01-01T00:00:00Z&" + account);
        assertThat(byInstant.get("knownFrom").asLong()).isZero();
        assertThat(text(byInstant, "difference")).isEqualTo("5.00");
        String described = json(send(as("clerk", "/v3/api-docs")))
                .at("/paths/~1api~1v1~1restatements/get")
                .toString();
        assertThat(described).contains("knownFrom", "knownTo", "asOf").doesNotContain("are refused");
    }

    private String recorded(String allocation, String payee, String amount) {
        String reference = fresh("R-");
        clerks("/disbursements/record", paymentBody(reference, allocation, payee, amount, ENDED));
        return reference;
    }

    private long head() {
        return jdbc.queryForObject("select max(position) from ledger_event", Long.class);
    }
}
