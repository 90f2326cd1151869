package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Month and quarter reports, and the statistics package, against figures computed by hand and the trial balance. */
class PeriodReportsTest extends SupervisedFund {

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void aYear() {
        aYearWithFiguresKnownByHand();
    }

    private JsonNode report(String code, int year, String query) {
        return ok("auditor", "/supervision/reports/" + code + "/" + year + "?period=" + query);
    }

    private static String line(JsonNode report, String figure) {
        JsonNode line = report.get("figures").get(figure);
        return text(line, "period") + " / " + text(line, "cumulative");
    }

    @Test
    void aMonthAndAQuarterAreThoseComputedByHand() {
        JsonNode march = report(fund, ENDED, ENDED + "-03");
        assertThat(text(march, "lastDay")).isEqualTo(ENDED + "-03-31");
        assertThat(line(march, "appropriated")).isEqualTo("0.00 / 1000.00");
        assertThat(line(march, "allocated")).isEqualTo("0.00 / 300.00");
        assertThat(line(march, "paid")).isEqualTo("100.00 / 100.00");
        assertThat(line(march, "returned")).isEqualTo("0.00 / 0.00");
        assertThat(text(march, "executionRate")).isEqualTo("0.100000");

        JsonNode quarter = report(fund, ENDED, ENDED + "-Q2");
        assertThat(text(quarter, "firstDay")).isEqualTo(ENDED + "-04-01");
        assertThat(text(quarter, "lastDay")).isEqualTo(ENDED + "-06-30");
        assertThat(line(quarter, "appropriated")).isEqualTo("0.00 / 1000.00");
        assertThat(line(quarter, "adjusted")).isEqualTo("200.00 / 200.00");
        assertThat(line(quarter, "carriedIn")).isEqualTo("0.00 / 0.00");
        assertThat(line(quarter, "allocated")).isEqualTo("50.00 / 350.00");
        assertThat(line(quarter, "paid")).isEqualTo("60.00 / 160.00");
        assertThat(line(quarter, "returned")).isEqualTo("10.00 / 10.00");
        assertThat(line(quarter, "recovered")).isEqualTo("15.00 / 15.00");
        assertThat(line(quarter, "netPaid")).isEqualTo("35.00 / 135.00");
        assertThat(line(quarter, "reported")).isEqualTo("45.00 / 45.00");
        assertThat(text(quarter, "executionRate")).isEqualTo("0.112500");
        assertThat(text(quarter, "spendingRate")).isEqualTo("0.333333");
        Map<String, BigDecimal> trial = trialBalance("&asOf=" + ENDED + "-06-30");
        assertThat(amount(quarter.get("figures").get("netPaid"), "cumulative")).isEqualTo(trial.get("paid"));
        assertThat(amount(quarter.get("figures").get("reported"), "cumulative")).isEqualTo(trial.get("reported"));
        assertThat(amount(quarter.get("figures").get("allocated"), "cumulative"))
                .isEqualTo(trial.get("available").add(trial.get("held")).add(trial.get("paid")));
    }

    @Test
    void aReportStaysAsItWasKnownWhenItWasSigned() {
        String signed = ENDED + "-Q1&knownAt=" + paidAt;
        String before = report(fund, ENDED, signed).toString();
        JsonNode late = clerks(
                "/disbursements/record",
                paymentBody(fresh("R-"), foreign, third, "5.00", ENDED).replace("-03-01", "-02-20"));

        JsonNode now = report(fund, ENDED, ENDED + "-Q1&minPosition=" + text(late, "position"));

        assertThat(line(now, "paid")).isEqualTo("105.00 / 105.00");
        assertThat(report(fund, ENDED, signed).toString()).isEqualTo(before);
        assertThat(before).contains("\"paid\":{\"period\":\"100.00\",\"cumulative\":\"100.00\"}");
    }

    @Test
    void returnsAndRecoveriesThatAreReversedCountNoMore() {
        String reference = fresh("R-");
        String day = firstDay(YEAR);
        String allocation = allocation(fund, YEAR, other, "100.00");
        clerks(
                "/disbursements/record",
                paymentBody(reference, allocation, other, "50.00", YEAR).replace("-03-01", "-01-01"));
        JsonNode returned = two(
                "treasury",
                "reviewer",
                "/disbursements/" + reference + "/return",
                "{\"kind\": \"refunded\", " + movement("20.00", day).substring(1));
        JsonNode spent = done("clerk", "/disbursements/" + reference + "/spending", movement("12.00", day));
        String month = YEAR + "-01";
        JsonNode with = report(fund, YEAR, month + "&minPosition=" + text(spent, "position"));
        assertThat(line(with, "paid")).isEqualTo("50.00 / 50.00");
        assertThat(line(with, "returned")).isEqualTo("20.00 / 20.00");
        assertThat(line(with, "netPaid")).isEqualTo("30.00 / 30.00");
        assertThat(line(with, "reported")).isEqualTo("12.00 / 12.00");

        reversed(entry(returned, "disbursement.returned"));
        String last = reversed(entry(spent, "disbursement.spending-reported"));

        JsonNode without = report(fund, YEAR, YEAR + "-Q4&minPosition=" + last);
        assertThat(line(without, "returned")).endsWith("/ 0.00");
        assertThat(line(without, "netPaid")).endsWith("/ 50.00");
        assertThat(line(without, "paid")).endsWith("/ 50.00");
        assertThat(line(without, "reported")).endsWith("/ 0.00");
    }

    private String reversed(String entry) {
        String body = "{\"entry\": \"" + entry + "\", \"reason\": \"a slip\", " + DOCUMENT + "}";
        return text(clerks("/reversals", body), "position");
    }

    @Test
    void quartersBeginInTheMonthThatTheRulesName() {
        String july = fresh("FUND-");
        two("planner", "leader", "/funds", fundBody(july).replace("\"firstMonth\": 1", "\"firstMonth\": 7"));
        clerks("/funds/" + july + "/years/" + ENDED, document());
        String first = (ENDED - 1) + "-07-01";
        JsonNode last = clerks("/funds/" + july + "/years/" + ENDED + "/appropriations", movement("500.00", first));

        JsonNode quarter = report(july, ENDED, ENDED + "-Q1&minPosition=" + text(last, "position"));
        assertThat(text(quarter, "firstDay")).isEqualTo(first);
        assertThat(text(quarter, "lastDay")).isEqualTo((ENDED - 1) + "-09-30");
        assertThat(line(quarter, "appropriated")).isEqualTo("500.00 / 500.00");
        assertThat(quarter.get("spendingRate")).as("n/a where nothing was paid").isNull();
        assertThat(line(report(july, ENDED, ENDED + "-Q2"), "appropriated")).isEqualTo("0.00 / 500.00");
        assertThat(line(report(july, ENDED, (ENDED - 1) + "-08"), "appropriated"))
                .isEqualTo("0.00 / 500.00");
        String path = "/supervision/reports/" + july + "/" + ENDED;
        problem(get("auditor", path + "?period=" + ENDED + "-07"), 400, "malformed");
        problem(get("auditor", path + "?period=" + YEAR + "-Q1"), 400, "malformed");
        problem(get("auditor", path + "?period=" + ENDED + "-13"), 400, "malformed");
        problem(get("auditor", path + "?period=" + ENDED + "-Q5"), 400, "malformed");
        problem(get("auditor", path + "?period=" + ENDED + "-Q1&asOf=" + first), 400, "malformed");
        problem(get("auditor", path), 400, "malformed");
        problem(get("auditor", path.replace(july, "none") + "?period=" + ENDED + "-Q1"), 404, "not-found");
        problem(get("unit", path + "?period=" + ENDED + "-Q1"), 403, "forbidden");
    }

    @Test
    void aReportIsATableToo() {
        String path = "/supervision/reports/" + fund + "/" + ENDED;
        HttpResponse<String> csv = get("auditor", path + ".csv?period=" + ENDED + "-Q2");
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(header(csv, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"report-%s-%d-%d-Q2.csv\"".formatted(fund, ENDED, ENDED));
        assertThat(csv.body())
                .contains(
                        "CNY,netPaid,35.00,135.00," + header(csv, "X-Ledger-Position"), "CNY,spendingRate,,0.333333,");
        HttpResponse<String> xlsx = get("auditor", path + ".xlsx?period=" + ENDED + "-Q2");
        assertThat(xlsx.statusCode()).isEqualTo(200);
        assertThat(header(xlsx, "Content-Type")).contains("spreadsheetml");
        assertThat(xlsx.body()).startsWith("PK");
        problem(get("unit", path + ".csv?period=" + ENDED + "-Q2"), 403, "forbidden");
    }

    @Test
    void theStatisticsAddUpToTheTrialBalance() {
        List<Map<String, String>> rows = statistics();
        Map<String, String> year = rows.stream()
                .filter(row -> row.get("section").equals("fund-year"))
                .filter(row -> row.get("fund").equals(fund) && row.get("year").equals(Integer.toString(ENDED)))
                .findFirst()
                .orElseThrow();
        assertThat(year)
                .containsEntry("appropriated", "-1200.00")
                .containsEntry("paid", "175.00")
                .containsEntry("accepted", "40.00")
                .containsEntry("execution_rate", "0.145833");
        Map<String, BigDecimal> ledger = exportedBalances(year.get("known_at"));
        Map<String, String> control = rows.stream()
                .filter(row -> row.get("section").equals("trial-balance")
                        && row.get("fund_kind").equals("regular") // entrusted funds have a row of their own
                        && row.get("currency").equals("CNY"))
                .findFirst()
                .orElseThrow();
        for (String kind :
                List.of("appropriated", "carried-in", "unallocated", "available", "held", "paid", "reported")) {
            assertThat(new BigDecimal(control.get(kind.replace('-', '_'))))
                    .as(kind)
                    .isEqualByComparingTo(ledger.getOrDefault(kind, BigDecimal.ZERO));
        }
        for (String section : List.of("fund-year", "category", "recipient")) {
            assertThat(rows.stream()
                            .filter(row -> row.get("section").equals(section)
                                    && row.get("fund_kind").equals("regular"))
                            .map(row -> new BigDecimal(row.get("paid")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(section)
                    .isEqualByComparingTo(ledger.get("paid"));
        }
        assertThat(get("auditor", "/exports/statistics.xlsx").body()).startsWith("PK");
        problem(get("unit", "/exports/statistics.csv"), 403, "forbidden");
    }

    @Test
    void statisticsThatDoNotAddUpAreNotGivenOut() {
        String change = "update disbursement.follow_up set amount = amount + ? where kind = 'spending-report'"
                + " and fund_code = ? and amount > 0";
        assertThat(jdbc.update(change, new BigDecimal("0.01"), fund)).isOne();
        try {
            JsonNode problem = problem(get("auditor", "/exports/statistics.csv"), 500, "statistics-differ");
            assertThat(text(problem, "figure")).isEqualTo("reported");
            assertThat(amount(problem, "statistics").subtract(amount(problem, "ledger")))
                    .isEqualTo("0.01");
        } finally {
            jdbc.update(change, new BigDecimal("-0.01"), fund);
        }
        assertThat(statistics()).isNotEmpty();
    }

    private List<Map<String, String>> statistics() {
        HttpResponse<String> csv = get("auditor", "/exports/statistics.csv");
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        List<Map<String, String>> rows = rows(csv.body());
        rows.forEach(row -> {
            assertThat(row.get("known_at")).isEqualTo(header(csv, "X-Ledger-Position"));
            assertThat(row.get("made_at")).endsWith("Z");
        });
        return rows;
    }

    private Map<String, BigDecimal> exportedBalances(String knownAt) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows(get("auditor", "/exports/balances.csv?fundKind=regular&knownAt=" + knownAt)
                        .body())
                .stream()
                .filter(row -> row.get("currency").equals("CNY"))
                .forEach(row -> sums.merge(row.get("kind"), new BigDecimal(row.get("balance")), BigDecimal::add));
        return sums;
    }

    /** Rows of a table without quoted cells. */
    private static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.substring(1).lines().toList();
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(header);
            Map<String, String> row = new TreeMap<>();
            for (int column = 0; column < cells.length; column++) {
                row.put(header.get(column), cells[column]);
            }
            rows.add(row);
        }
        return rows;
    }
}
