package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Payees' shares of paid money on both axes. Costs a few look-ups for every Paid account of a year. Thread-safe. */
public final class Concentrations {

    private static final int SHARE_DIGITS = 6;

    /** Of the fund year {@code y}: what each payee has got. */
    private static final String PAYEES = """
            (SELECT payee, sum(balance) AS paid
             FROM (SELECT a.payee, %s AS balance FROM balance.account a
                   WHERE a.fund = y.fund_code AND a.year = y.year AND a.kind = 'paid') one
             GROUP BY payee HAVING sum(balance) <> 0)
            """.formatted(BalanceOnDay.sql("d.known", "d.day"));

    private static final String YEARS = """
            WITH d AS MATERIALIZED (SELECT ?::bigint AS known, ?::date AS day)
            SELECT f.kind AS fund_kind, y.fund_code, y.year, y.currency, p.*
            FROM (SELECT * FROM fund.year WHERE %s ORDER BY fund_code, year LIMIT %d) y
            JOIN fund.fund f ON f.code = y.fund_code CROSS JOIN d
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(paid), 0) AS paid, count(*) AS payees, coalesce(max(paid), 0) AS most,
                       coalesce(sum(paid * paid), 0) AS squares, (array_agg(payee ORDER BY paid DESC, payee))[1] AS top
                FROM %s t) p
            ORDER BY y.fund_code, y.year
            """;

    private static final String OF_YEAR = """
            WITH d AS MATERIALIZED (SELECT ?::bigint AS known, ?::date AS day)
            SELECT * FROM (
                SELECT y.currency, t.payee, t.paid, sum(t.paid) OVER () AS total,
                       row_number() OVER (ORDER BY t.paid DESC, t.payee) AS rank
                FROM fund.year y CROSS JOIN d CROSS JOIN LATERAL %s t
                WHERE y.fund_code = ? AND y.year = ?) r
            WHERE rank > ? ORDER BY rank LIMIT ?
            """.formatted(PAYEES);

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /** After which fund year a page begins. */
    public record Cursor(String fundCode, int year) {}

    /** Reads the tables of balances and funds. */
    public Concentrations(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(List.of("balance", "fund"), jdbc, transactions);
    }

    /**
     * A page of fund years, in order of fund and year.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<ConcentrationRow, Cursor> page(Scope scope, @Nullable Cursor cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                new Conditions().and("fund_code = ?", scope.fundCode()).and("year = ?", scope.year());
        if (cursor != null) {
            conditions.and("(fund_code, year) > (?, %d)".formatted(cursor.year()), cursor.fundCode());
        }
        return readModel.stream(reached -> {
            long known = scope.known(reached);
            List<Object> values = new ArrayList<>(List.of(known, scope.day()));
            values.addAll(List.of(conditions.values()));
            return Page.of(
                    jdbc.query(
                            YEARS.formatted(conditions.sql(), limit + 1, PAYEES),
                            (row, n) -> year(row),
                            values.toArray()),
                    limit,
                    known,
                    row -> new Cursor(row.fundCode(), row.year()));
        });
    }

    /**
     * A page of a fund year's payees, who has most first; none where nothing was paid.
     *
     * @param scope names the fund and the year
     * @param afterRank of the last one seen; 0 for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<ConcentrationRow.Payee, Long> payees(Scope scope, long afterRank, int limit) {
        Page.checkLimit(limit);
        return readModel.stream(reached -> {
            long known = scope.known(reached);
            return Page.of(
                    jdbc.query(
                            OF_YEAR,
                            (row, n) -> payee(row),
                            known,
                            scope.day(),
                            scope.fundCode(),
                            scope.year(),
                            afterRank,
                            limit + 1),
                    limit,
                    known,
                    ConcentrationRow.Payee::rank);
        });
    }

    private static ConcentrationRow year(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        int digits = Amounts.digits(currency);
        return new ConcentrationRow(
                row.getString("fund_kind"),
                row.getString("fund_code"),
                row.getInt("year"),
                currency,
                row.getBigDecimal("paid").setScale(digits),
                row.getInt("payees"),
                row.getString("top"),
                row.getBigDecimal("most").setScale(digits),
                row.getBigDecimal("squares"));
    }

    private static ConcentrationRow.Payee payee(ResultSet row) throws SQLException {
        BigDecimal paid = row.getBigDecimal("paid").setScale(Amounts.digits(row.getString("currency")));
        return new ConcentrationRow.Payee(
                row.getLong("rank"),
                row.getString("payee"),
                paid,
                paid.divide(row.getBigDecimal("total"), SHARE_DIGITS, RoundingMode.HALF_UP));
    }
}
