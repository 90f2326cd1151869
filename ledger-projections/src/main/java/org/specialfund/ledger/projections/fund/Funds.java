package org.specialfund.ledger.projections.fund;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.SupervisionThreshold;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of funds and fund years, as it is now. Thread-safe. */
public final class Funds {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link FundProjection}.
     *
     * @param transactions of the same data source
     */
    public Funds(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(FundProjection.NAME, jdbc, transactions);
    }

    /** The fund of that code. */
    public Optional<FundView> find(String fundCode) {
        return readModel.at(position ->
                jdbc.query("SELECT * FROM fund.fund WHERE code = ?", (row, n) -> fund(row), fundCode).stream()
                        .findFirst());
    }

    /** The fund year. */
    public Optional<FundView.Year> findYear(String fundCode, int year) {
        return readModel.at(position ->
                years(fundCode).stream().filter(found -> found.year() == year).findFirst());
    }

    /**
     * A page of funds in order of their codes.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<FundView, String> page(@Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        return readModel.at(position -> Page.of(
                jdbc.query(
                        "SELECT * FROM fund.fund WHERE code > ? ORDER BY code LIMIT ?",
                        (row, n) -> fund(row),
                        cursor == null ? "" : cursor,
                        limit + 1),
                limit,
                position,
                FundView::fundCode));
    }

    /** The lines of the plan in force, and those of earlier versions under which anything is committed. */
    public List<FundView.PlanLineView> plan(String fundCode, int year) {
        return readModel.at(position -> jdbc.query(
                """
                SELECT line, l.category, l.ceiling, coalesce(c.committed, 0) AS committed
                FROM (SELECT p.* FROM fund.plan_line p JOIN fund.year y USING (fund_code, year)
                      WHERE p.version = y.plan_version AND fund_code = ? AND year = ?) l
                FULL JOIN (SELECT * FROM fund.commitment WHERE fund_code = ? AND year = ? AND committed <> 0) c
                    USING (line)
                ORDER BY line
                """,
                (row, n) -> new FundView.PlanLineView(
                        row.getString("line"),
                        row.getString("category"),
                        row.getBigDecimal("ceiling"),
                        row.getBigDecimal("committed")),
                fundCode,
                year,
                fundCode,
                year));
    }

    /** What of a fund year is unallocated now, by the year whose budget it came from; without those that have nothing. */
    public SortedMap<Integer, BigDecimal> unallocatedByOrigin(String fundCode, int year) {
        return readModel.at(position -> {
            SortedMap<Integer, BigDecimal> origins = new TreeMap<>();
            jdbc.query(
                    """
                    SELECT origin_year, amount, currency FROM fund.unallocated JOIN fund.year USING (fund_code, year)
                    WHERE fund_code = ? AND year = ? AND amount <> 0
                    """,
                    row -> {
                        origins.put(
                                row.getInt("origin_year"),
                                row.getBigDecimal("amount").setScale(Amounts.digits(row.getString("currency"))));
                    },
                    fundCode,
                    year);
            return origins;
        });
    }

    private FundView fund(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new FundView(
                code,
                row.getString("name"),
                row.getString("kind"),
                row.getString("mandate"),
                row.getString("currency"),
                row.getObject("term_from", LocalDate.class),
                row.getObject("term_to", LocalDate.class),
                row.getString("document_ref"),
                row.getObject("closed_on", LocalDate.class),
                List.of((String[]) row.getArray("suspended_causes").getArray()),
                rules(code),
                years(code));
    }

    private List<FundView.Rules> rules(String fundCode) {
        return jdbc.query(
                "SELECT * FROM fund.rules WHERE fund_code = ? ORDER BY version",
                (row, n) -> new FundView.Rules(
                        row.getInt("version"),
                        row.getObject("applies_from", LocalDate.class),
                        row.getString("time_zone"),
                        row.getInt("first_month"),
                        List.of((String[]) row.getArray("categories").getArray()),
                        row.getBigDecimal("leader_threshold"),
                        row.getBigDecimal("approval_threshold"),
                        row.getString("returns_to"),
                        row.getString("surplus_to"),
                        row.getString("late_returns_to"),
                        row.getObject("notice_working_days", Integer.class),
                        row.getObject("reviews_required", Integer.class),
                        categoryRules(fundCode, row.getInt("version")),
                        supervisionThresholds(fundCode, row.getInt("version")),
                        row.getString("document_ref")),
                fundCode);
    }

    private List<CategoryRule> categoryRules(String fundCode, int version) {
        return jdbc.query(
                "SELECT * FROM fund.category_rule WHERE fund_code = ? AND version = ? ORDER BY category",
                (row, n) -> new CategoryRule(row.getString("category"), List.of((String[])
                        row.getArray("requires").getArray())),
                fundCode,
                version);
    }

    private List<SupervisionThreshold> supervisionThresholds(String fundCode, int version) {
        return jdbc.query(
                "SELECT * FROM fund.threshold WHERE fund_code = ? AND version = ? ORDER BY name",
                (row, n) -> new SupervisionThreshold(row.getString("name"), row.getBigDecimal("value")),
                fundCode,
                version);
    }

    private List<FundView.Year> years(String fundCode) {
        return jdbc.query(
                "SELECT * FROM fund.year WHERE fund_code = ? ORDER BY year",
                (row, n) -> new FundView.Year(
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getString("currency"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("state"),
                        row.getInt("plan_version")),
                fundCode);
    }
}
