package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.AccountKind;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Month and quarter reports, effective-dated, as known at a time: asked again with the same position they say the same
 * for ever. Cost a few look-ups for every account of the fund year, and its returns and reports of spending.
 * Thread-safe.
 */
public final class PeriodReports {

    /** By kind of account, what was there on the day before the period and on its last day. */
    private static final String SQL =
            """
            WITH d AS MATERIALIZED (SELECT ?::bigint AS known, ?::date AS before, ?::date AS last, ?::text AS fund,
                                           ?::integer AS year)
            SELECT kind AS figure, sum(at_before) AS at_before, sum(at_last) AS at_last
            FROM (SELECT a.kind, %s AS at_before, %s AS at_last
                  FROM d JOIN balance.account a ON a.fund = d.fund AND a.year = d.year) t
            GROUP BY kind
            UNION ALL
            SELECT 'first-budget', sum(-p.amount) FILTER (WHERE p.effective_date <= d.before), sum(-p.amount)
            FROM d JOIN balance.account a ON a.fund = d.fund AND a.year = d.year AND a.kind = 'appropriated'
            JOIN balance.posting p ON p.account_id = a.id JOIN balance.entry e ON e.position = p.position
            WHERE p.position <= d.known AND p.effective_date <= d.last
              AND e.type = 'fund-year.budget-appropriated'
            UNION ALL
            SELECT u.kind, sum(u.amount) FILTER (WHERE u.effective_date <= d.before), sum(u.amount)
            FROM d JOIN disbursement.follow_up u ON u.fund_code = d.fund AND u.year = d.year
            WHERE u.position <= d.known AND u.effective_date <= d.last GROUP BY u.kind
            """.formatted(BalanceOnDay.sql("d.known", "d.before"), BalanceOnDay.sql("d.known", "d.last"));

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /** Reads the tables of balances and payments. */
    public PeriodReports(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(List.of("balance", "disbursement"), jdbc, transactions);
    }

    /**
     * The report of a period of a fund year.
     *
     * @param firstDay of the period; {@code lastDay} the last
     * @param knownAt position; null for all that is known
     */
    public Answered<PeriodReport> report(
            String fundCode, int year, String currency, LocalDate firstDay, LocalDate lastDay, @Nullable Long knownAt) {
        return readModel.stream(reached -> {
            long known = knownAt == null ? reached : Math.min(reached, knownAt);
            Map<String, PeriodReport.Line> lines = new HashMap<>();
            jdbc.query(
                    SQL,
                    row -> {
                        lines.put(row.getString("figure"), line(row, currency));
                    },
                    known,
                    Date.valueOf(firstDay.minusDays(1)),
                    Date.valueOf(lastDay),
                    fundCode,
                    year);
            return new Answered<>(report(lines, Amounts.zero(currency)), known);
        });
    }

    private static PeriodReport report(Map<String, PeriodReport.Line> lines, BigDecimal zero) {
        PeriodReport.Line none = new PeriodReport.Line(zero, zero);
        PeriodReport.Line budget = of(lines, AccountKind.APPROPRIATED, none).negate();
        PeriodReport.Line first = lines.getOrDefault("first-budget", none);
        PeriodReport.Line netPaid = of(lines, AccountKind.PAID, none);
        PeriodReport.Line returned = lines.getOrDefault("return", none);
        PeriodReport.Line recovered = lines.getOrDefault("recovery", none);
        return new PeriodReport(
                first,
                budget.minus(first),
                of(lines, AccountKind.CARRIED_IN, none).negate(),
                of(lines, AccountKind.AVAILABLE, none)
                        .plus(of(lines, AccountKind.HELD, none))
                        .plus(netPaid),
                netPaid.plus(returned).plus(recovered),
                returned,
                recovered,
                netPaid,
                of(lines, AccountKind.REPORTED, none));
    }

    private static PeriodReport.Line of(
            Map<String, PeriodReport.Line> lines, AccountKind kind, PeriodReport.Line otherwise) {
        return lines.getOrDefault(kind.prefix(), otherwise);
    }

    private static PeriodReport.Line line(ResultSet row, String currency) throws SQLException {
        BigDecimal before = exact(row.getBigDecimal("at_before"), currency);
        BigDecimal last = exact(row.getBigDecimal("at_last"), currency);
        return new PeriodReport.Line(last.subtract(before), last);
    }

    private static BigDecimal exact(@Nullable BigDecimal amount, String currency) {
        return amount == null ? Amounts.zero(currency) : amount.setScale(Amounts.digits(currency));
    }
}
