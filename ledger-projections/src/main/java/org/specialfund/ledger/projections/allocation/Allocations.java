package org.specialfund.ledger.projections.allocation;

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
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of allocations, as it is now. Thread-safe. */
public final class Allocations {

    private static final String SELECT = """
            SELECT a.*, coalesce(h.available, 0) AS available, coalesce(h.held, 0) AS held, coalesce(h.paid, 0) AS paid
            FROM allocation.allocation a LEFT JOIN allocation.holding h USING (allocation_no)
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link AllocationProjection}.
     *
     * @param transactions of the same data source
     */
    public Allocations(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(AllocationProjection.NAME, jdbc, transactions);
    }

    /** The allocation of that number. */
    public Optional<AllocationView> find(String allocationNo) {
        return readModel.at(position ->
                jdbc.query(SELECT + " WHERE allocation_no = ?", (row, n) -> allocation(row), allocationNo).stream()
                        .findFirst());
    }

    /** The conditional parts of an allocation; none where it has none. */
    public AgreedTranches tranches(String allocationNo) {
        return readModel.at(position -> {
            List<AllocationView.TrancheView> agreed = jdbc.query(
                    "SELECT * FROM allocation.tranche WHERE allocation_no = ? AND agreed ORDER BY number",
                    (row, n) -> new AllocationView.TrancheView(
                            row.getInt("number"),
                            row.getBigDecimal("amount"),
                            row.getString("condition"),
                            row.getString("confirmed_by"),
                            row.getBigDecimal("paid")),
                    allocationNo);
            Integer version = jdbc.queryForObject(
                    "SELECT coalesce(max(version), 0) FROM allocation.tranches_version WHERE allocation_no = ?",
                    Integer.class,
                    allocationNo);
            return new AgreedTranches(version == null ? 0 : version, agreed);
        });
    }

    /**
     * A page of allocations in order of their numbers.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<AllocationView, String> page(AllocationQuery query, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("fund_code = ?", query.fundCode())
                .and("year = ?", query.year())
                .and("recipient = ?", query.recipient())
                .and("category = ?", query.category())
                .and("plan_line = ?", query.planLine())
                .and("project_no = ?", query.projectNo())
                .and("origin_year = ?", query.originYear())
                .and("(closed_on IS NULL) = ?", query.open())
                .and("(suspended_causes <> '{}') = ?", query.suspended())
                .and("allocation_no > ?", cursor);
        return readModel.at(position -> {
            List<AllocationView> found = jdbc.query(
                    SELECT + " WHERE %s ORDER BY allocation_no LIMIT %d".formatted(conditions.sql(), limit + 1),
                    (row, n) -> allocation(row),
                    conditions.values());
            return Page.of(found, limit, position, AllocationView::allocationNo);
        });
    }

    /** What of a fund year's allocations is unspent now, by the year whose budget it came from; without what is nil. */
    public SortedMap<Integer, AllocationView.Unspent> unspentByOrigin(String fundCode, int year) {
        return readModel.at(position -> {
            SortedMap<Integer, AllocationView.Unspent> origins = new TreeMap<>();
            jdbc.query(
                    """
                    SELECT origin_year, currency, sum(available) AS available, sum(held) AS held
                    FROM allocation.allocation JOIN allocation.holding USING (allocation_no)
                    WHERE fund_code = ? AND year = ? GROUP BY origin_year, currency
                    HAVING sum(available) <> 0 OR sum(held) <> 0
                    """,
                    row -> {
                        int digits = Amounts.digits(row.getString("currency"));
                        origins.put(
                                row.getInt("origin_year"),
                                new AllocationView.Unspent(
                                        row.getBigDecimal("available").setScale(digits),
                                        row.getBigDecimal("held").setScale(digits)));
                    },
                    fundCode,
                    year);
            return origins;
        });
    }

    /** What a fund year's allocations hold and paid now, by the line of the plan that they name; others are left out. */
    public SortedMap<String, AllocationView.Taken> byPlanLine(String fundCode, int year) {
        return readModel.at(position -> {
            SortedMap<String, AllocationView.Taken> lines = new TreeMap<>();
            jdbc.query(
                    """
                    SELECT plan_line, currency, sum(available) + sum(held) + sum(paid) AS allocated, sum(paid) AS paid
                    FROM allocation.allocation JOIN allocation.holding USING (allocation_no)
                    WHERE fund_code = ? AND year = ? AND plan_line IS NOT NULL GROUP BY plan_line, currency
                    """,
                    row -> {
                        int digits = Amounts.digits(row.getString("currency"));
                        lines.put(
                                row.getString("plan_line"),
                                new AllocationView.Taken(
                                        row.getBigDecimal("allocated").setScale(digits),
                                        row.getBigDecimal("paid").setScale(digits)));
                    },
                    fundCode,
                    year);
            return lines;
        });
    }

    private static AllocationView allocation(ResultSet row) throws SQLException {
        int digits = Amounts.digits(row.getString("currency"));
        BigDecimal available = row.getBigDecimal("available");
        BigDecimal held = row.getBigDecimal("held");
        BigDecimal paid = row.getBigDecimal("paid");
        return new AllocationView(
                row.getString("allocation_no"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("recipient"),
                row.getString("indicator_no"),
                row.getString("category"),
                row.getString("plan_line"),
                row.getString("project_no"),
                row.getString("function_code"),
                row.getString("economic_code"),
                row.getString("source_level"),
                row.getString("purpose"),
                row.getInt("origin_year"),
                row.getString("currency"),
                row.getObject("effective_date", LocalDate.class),
                row.getString("document_ref"),
                row.getString("carried_from"),
                row.getString("carried_to"),
                row.getObject("closed_on", LocalDate.class),
                List.of((String[]) row.getArray("suspended_causes").getArray()),
                available.setScale(digits),
                held.setScale(digits),
                paid.setScale(digits));
    }
}
