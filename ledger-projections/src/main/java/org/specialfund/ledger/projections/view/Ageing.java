package org.specialfund.ledger.projections.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Unspent money by where it came from, as it is now on all days. Reads the allocations of fund years that are not
 * closed: a closed one has nothing unspent. Thread-safe.
 */
public final class Ageing {

    private static final String SQL = """
            SELECT f.kind AS fund_kind, y.fund_code, y.year, y.state, y.first_day, m.origin_year, y.currency,
                   sum(m.unallocated) AS unallocated, sum(m.available) AS available, sum(m.held) AS held
            FROM fund.year y JOIN fund.fund f ON f.code = y.fund_code
            CROSS JOIN LATERAL (
                SELECT u.origin_year, u.amount AS unallocated, 0 AS available, 0 AS held
                FROM fund.unallocated u WHERE u.fund_code = y.fund_code AND u.year = y.year
                UNION ALL
                SELECT a.origin_year, 0, h.available, h.held
                FROM allocation.allocation a JOIN allocation.holding h USING (allocation_no)
                WHERE a.fund_code = y.fund_code AND a.year = y.year) m
            WHERE y.state <> 'closed' AND %s
            GROUP BY f.kind, y.fund_code, y.year, y.state, y.first_day, m.origin_year, y.currency
            HAVING sum(m.unallocated) <> 0 OR sum(m.available) <> 0 OR sum(m.held) <> 0
            ORDER BY y.fund_code, y.year, m.origin_year LIMIT %d
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /** After which row a page begins. */
    public record Cursor(String fundCode, int year, int originYear) {}

    /** Reads the tables of funds and allocations. */
    public Ageing(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(List.of("fund", "allocation"), jdbc, transactions);
    }

    /**
     * A page, in order of fund, year and origin.
     *
     * @param fundCode null for all
     * @param year null for all
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<AgeingRow, Cursor> page(
            @Nullable String fundCode, @Nullable Integer year, @Nullable Cursor cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                new Conditions().and("y.fund_code = ?", fundCode).and("y.year = ?", year);
        if (cursor != null) {
            conditions.and(
                    "(y.fund_code, y.year, m.origin_year) > (?, %d, %d)".formatted(cursor.year(), cursor.originYear()),
                    cursor.fundCode());
        }
        return readModel.at(position -> Page.of(
                jdbc.query(SQL.formatted(conditions.sql(), limit + 1), (row, n) -> row(row), conditions.values()),
                limit,
                position,
                row -> new Cursor(row.fundCode(), row.year(), row.originYear())));
    }

    private static AgeingRow row(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        int digits = Amounts.digits(currency);
        return new AgeingRow(
                row.getString("fund_kind"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("state"),
                row.getObject("first_day", LocalDate.class),
                row.getInt("origin_year"),
                currency,
                row.getBigDecimal("unallocated").setScale(digits),
                row.getBigDecimal("available").setScale(digits),
                row.getBigDecimal("held").setScale(digits));
    }
}
