package org.specialfund.ledger.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Findings as they are now, and what of them is to be corrected by when. Thread-safe. */
public final class Findings {

    private static final String AFTER =
            "(due_date, finding_id) > (SELECT due_date, finding_id FROM audit.finding WHERE finding_id = ?)";

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link AuditProjection}.
     *
     * @param transactions of the same data source
     */
    public Findings(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(AuditProjection.NAME, jdbc, transactions);
    }

    /** The finding of that id, with its steps. */
    public Optional<FindingView> find(String findingId) {
        return readModel.at(position -> jdbc
                .query(
                        "SELECT * FROM audit.finding WHERE finding_id = ?",
                        (row, n) -> finding(row, steps(findingId)),
                        findingId)
                .stream()
                .findFirst());
    }

    /**
     * A page of findings in the order in which they were raised.
     *
     * @param cursor position of the last one seen; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<FindingView, Long> page(FindingQuery query, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = conditions(query).and("position > ?", cursor);
        return readModel.at(
                position -> Page.of(found(conditions, "position", limit), limit, position, FindingView::position));
    }

    /**
     * A page of the findings whose correction was ordered, by due date and id.
     *
     * @param after id of the last one seen; null for the first page, and for a finding that has no due date
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<FindingView, String> rectifications(FindingQuery query, @Nullable String after, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                conditions(query).and("due_date IS NOT NULL AND ?", true).and(AFTER, after);
        return readModel.at(position ->
                Page.of(found(conditions, "due_date, finding_id", limit), limit, position, FindingView::findingId));
    }

    /** Those whose due date passed before a day and was not noted yet; the oldest first, so many at most. */
    public List<FindingView> toEscalate(LocalDate today, int most) {
        Conditions conditions =
                conditions(FindingQuery.overdueOn(today)).and("escalated_for IS DISTINCT FROM due_date AND ?", true);
        return readModel.at(position -> found(conditions, "due_date, finding_id", most - 1));
    }

    private static Conditions conditions(FindingQuery query) {
        return new Conditions()
                .and("audit_no = ?", query.auditNo())
                .and("unit = ?", query.unit())
                .and("severity = ?", query.severity())
                .and("state = ?", query.state())
                .and("due_date >= ?", query.dueFrom())
                .and("due_date < ?", query.dueBefore());
    }

    private List<FindingView> found(Conditions conditions, String order, int limit) {
        return jdbc.query(
                "SELECT * FROM audit.finding WHERE %s ORDER BY %s LIMIT %d"
                        .formatted(conditions.sql(), order, limit + 1),
                (row, n) -> finding(row, List.of()),
                conditions.values());
    }

    private List<FindingView.Step> steps(String findingId) {
        return jdbc.query(
                "SELECT * FROM audit.finding_step WHERE finding_id = ? ORDER BY position",
                (row, n) -> new FindingView.Step(
                        row.getLong("position"),
                        row.getString("type"),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("said"),
                        row.getString("document_ref"),
                        row.getObject("due_date", LocalDate.class)),
                findingId);
    }

    private static FindingView finding(ResultSet row, List<FindingView.Step> steps) throws SQLException {
        return new FindingView(
                row.getString("finding_id"),
                row.getString("audit_no"),
                row.getLong("position"),
                row.getString("title"),
                row.getString("statement"),
                row.getString("severity"),
                row.getString("unit"),
                Audits.texts(row.getArray("entries")),
                Audits.texts(row.getArray("allocation_nos")),
                row.getString("state"),
                Audits.texts(row.getArray("suspends")),
                row.getString("demand"),
                row.getObject("due_date", LocalDate.class),
                row.getString("ordered_by"),
                row.getString("ordered_as"),
                row.getObject("escalated_for", LocalDate.class),
                steps);
    }
}
