package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads whole fund years: costs as much as a year has allocations and payments. Thread-safe. */
public final class YearFacts {

    private static final String PAYMENTS =
            "disbursement.disbursement WHERE fund_code = ? AND year = ? AND state = 'paid' AND amount > returned";

    private static final String YEARS = """
            SELECT y.*, (SELECT time_zone FROM fund.rules f WHERE f.fund_code = y.fund_code
                         ORDER BY version DESC LIMIT 1) AS time_zone,
                   (SELECT coalesce(-sum(b.balance), 0) FROM balance.account a JOIN balance.balance b ON b.account_id = a.id
                    WHERE a.fund = y.fund_code AND a.year = y.year AND a.kind IN ('appropriated', 'carried-in')) AS budget,
                   ARRAY(SELECT h.stream || '@' || h.sequence FROM history.event h
                         WHERE h.stream = 'fund-year:' || lower(y.fund_code) || '/' || y.year
                           AND h.type IN ('fund-year.budget-appropriated', 'fund-year.opening-recorded',
                               'fund-year.budget-increased', 'fund-year.budget-reduced', 'fund-year.opened')
                         ORDER BY h.position LIMIT 50) AS entries
            FROM fund.year y ORDER BY y.fund_code, y.year
            """;

    private static final String SUMS = """
            SELECT d.*, s.dates, s.period_ends FROM (
            SELECT coalesce(sum(net), 0) AS paid,
                   coalesce(sum(net) FILTER (WHERE effective_date >= ?), 0) AS last_month,
                   count(DISTINCT payee) AS payees,
                   coalesce(array_agg('disbursement:' || lower(reference) || '@0' ORDER BY net DESC)
                       FILTER (WHERE effective_date >= ?), '{}') AS entries
            FROM (SELECT *, amount - returned AS net FROM %s) p) d
            CROSS JOIN (SELECT ?::text AS fund_code, ?::integer AS year) y CROSS JOIN
            """.formatted(PAYMENTS) + KnownDates.OF_YEAR;

    private static final String TOP = """
            SELECT payee, sum(amount - returned) AS paid,
                   array_agg('disbursement:' || lower(reference) || '@0' ORDER BY amount DESC) AS entries
            FROM %s GROUP BY payee ORDER BY sum(amount - returned) DESC, payee LIMIT 1
            """.formatted(PAYMENTS);

    private static final String ALLOCATIONS = """
            SELECT a.allocation_no, a.effective_date, h.paid, h.available + h.held AS remaining
            FROM allocation.allocation a JOIN allocation.holding h USING (allocation_no)
            WHERE a.fund_code = ? AND a.year = ? AND h.paid = 0 AND h.available + h.held > 0
            ORDER BY a.allocation_no
            """;

    private final JdbcTemplate jdbc;

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public YearFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A fund year.
     *
     * @param timeZone of the fund's latest rules
     * @param budget appropriated, adjusted and carried in
     * @param entries events of the budget
     */
    public record YearRow(
            String fundCode,
            int year,
            LocalDate firstDay,
            LocalDate lastDay,
            String timeZone,
            BigDecimal budget,
            List<String> entries) {}

    /**
     * The payments of a year, net of what came back.
     *
     * @param entries payments of the last month, the largest first
     */
    public record SumsRow(
            BigDecimal paid, BigDecimal lastMonth, long dates, long periodEnds, int payees, List<String> entries) {}

    /** The payee who got most of a year. */
    public record TopRow(String payee, BigDecimal paid, List<String> entries) {}

    /** An allocation from which nothing was paid. */
    public record UnpaidRow(String allocationNo, LocalDate issued, BigDecimal paid, BigDecimal left) {}

    /** All fund years. */
    public List<YearRow> years() {
        return jdbc.query(
                YEARS,
                (row, n) -> new YearRow(
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("time_zone"),
                        row.getBigDecimal("budget"),
                        List.of((String[]) row.getArray("entries").getArray())));
    }

    /** The payments of a fund year, added up. */
    public SumsRow sums(YearRow year) {
        LocalDate lastMonth = year.lastDay().withDayOfMonth(1);
        return jdbc.query(
                        SUMS,
                        (row, n) -> new SumsRow(
                                row.getBigDecimal("paid"),
                                row.getBigDecimal("last_month"),
                                row.getLong("dates"),
                                row.getLong("period_ends"),
                                row.getInt("payees"),
                                List.of((String[]) row.getArray("entries").getArray())),
                        lastMonth,
                        lastMonth,
                        year.fundCode(),
                        year.year(),
                        year.fundCode(),
                        year.year())
                .get(0);
    }

    /** Who got most of a fund year; null where nobody got anything. */
    public @Nullable TopRow top(YearRow year) {
        return jdbc
                .query(
                        TOP,
                        (row, n) -> new TopRow(row.getString("payee"), row.getBigDecimal("paid"), List.of((String[])
                                row.getArray("entries").getArray())),
                        year.fundCode(),
                        year.year())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The amounts that a fund year paid. */
    public List<BigDecimal> amounts(YearRow year) {
        return jdbc.queryForList("SELECT amount FROM " + PAYMENTS, BigDecimal.class, year.fundCode(), year.year());
    }

    /** The allocations of a fund year that paid nothing and have something left. */
    public List<UnpaidRow> unpaid(YearRow year) {
        return jdbc.query(
                ALLOCATIONS,
                (row, n) -> new UnpaidRow(
                        row.getString("allocation_no"),
                        row.getObject("effective_date", LocalDate.class),
                        row.getBigDecimal("paid"),
                        row.getBigDecimal("remaining")),
                year.fundCode(),
                year.year());
    }
}
