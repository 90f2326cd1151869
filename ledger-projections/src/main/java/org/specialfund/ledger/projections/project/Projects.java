package org.specialfund.ledger.projections.project;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of projects, as it is now. Thread-safe. */
public final class Projects {

    private static final String SELECT = """
            SELECT p.*, coalesce(s.committed, 0) AS committed, coalesce(s.paid, 0) AS paid
            FROM project.project p
            LEFT JOIN LATERAL (SELECT sum(committed) AS committed, sum(paid) AS paid FROM project.allocation a
                WHERE a.project_no = p.project_no) s ON true
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link ProjectProjection}.
     *
     * @param transactions of the same data source
     */
    public Projects(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(ProjectProjection.NAME, jdbc, transactions);
    }

    /** A project and all its steps. */
    public record Found(ProjectView project, ProjectView.Steps steps) {}

    /** The project of that number. */
    public Optional<Found> find(String projectNo) {
        return readModel.at(
                position -> jdbc.query(SELECT + " WHERE project_no = ?", (row, n) -> project(row), projectNo).stream()
                        .findFirst()
                        .map(project -> new Found(project, steps(project))));
    }

    /**
     * A page of projects in order of their numbers.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<ProjectView, String> page(ProjectQuery query, @Nullable String cursor, int limit) {
        Page.checkLimit(limit);
        boolean asks = query.fundCode() != null || query.year() != null;
        Conditions asked =
                new Conditions().and("fund_code = ?", query.fundCode()).and("year = ?", query.year());
        Conditions conditions = new Conditions()
                .and("applicant = ?", query.applicant())
                .and("category = ?", query.category())
                .and("status = ?", query.status())
                .and("project_no > ?", cursor);
        String those = asks
                ? " AND EXISTS (SELECT 1 FROM project.asked q WHERE q.project_no = p.project_no AND " + asked.sql()
                        + ")"
                : "";
        Object[] values = Stream.concat(
                        Arrays.stream(conditions.values()), Arrays.stream(asks ? asked.values() : new Object[0]))
                .toArray();
        return readModel.at(position -> Page.of(
                jdbc.query(
                        SELECT
                                + " WHERE %s%s ORDER BY project_no LIMIT %d"
                                        .formatted(conditions.sql(), those, limit + 1),
                        (row, n) -> project(row),
                        values),
                limit,
                position,
                ProjectView::projectNo));
    }

    /** The years that administrators told the working calendar, oldest first. */
    public List<CalendarYear> calendarYears() {
        return readModel.at(position -> jdbc.query(
                "SELECT * FROM project.calendar_year ORDER BY year",
                (row, n) -> new CalendarYear(
                        row.getInt("year"),
                        days(row.getArray("days_off")),
                        days(row.getArray("working_days")),
                        row.getString("document_ref"))));
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }

    private static ProjectView project(ResultSet row) throws SQLException {
        int digits = Amounts.digits(row.getString("currency"));
        BigDecimal approved = row.getBigDecimal("approved");
        return new ProjectView(
                row.getString("project_no"),
                row.getString("applicant"),
                row.getString("title"),
                row.getString("category"),
                row.getBigDecimal("applied"),
                row.getString("currency"),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("document_ref"),
                row.getString("status"),
                row.getString("reason"),
                row.getInt("round"),
                approved,
                row.getObject("decided_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getObject("secured_on", LocalDate.class),
                row.getObject("score", Integer.class),
                row.getString("grade"),
                row.getObject("evaluated_on", LocalDate.class),
                row.getBigDecimal("committed").setScale(digits),
                row.getBigDecimal("paid").setScale(digits));
    }

    private ProjectView.Steps steps(ProjectView project) {
        int digits = Amounts.digits(project.currency());
        String no = project.projectNo();
        return new ProjectView.Steps(
                list(
                        "asked",
                        "fund_code, year",
                        no,
                        (row, n) -> new ProjectView.Asked(row.getString("fund_code"), row.getInt("year"))),
                list(
                        "expert",
                        "person",
                        no,
                        (row, n) -> new ProjectView.ExpertView(
                                row.getString("person"), row.getString("unit"), row.getString("recused"))),
                list(
                        "review",
                        "round, person",
                        no,
                        (row, n) -> new ProjectView.Review(
                                row.getInt("round"),
                                row.getString("person"),
                                row.getInt("score"),
                                row.getString("opinion"),
                                row.getObject("effective_date", LocalDate.class))),
                list(
                        "notice",
                        "round",
                        no,
                        (row, n) -> new ProjectView.Notice(
                                row.getInt("round"),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class),
                                row.getInt("working_days"),
                                row.getString("document_ref"))),
                list("objection", "number", no, (row, n) -> objection(row)),
                list(
                        "milestone",
                        "planned_on, milestone",
                        no,
                        (row, n) -> new ProjectView.Milestone(
                                row.getString("milestone"),
                                row.getString("title"),
                                row.getObject("planned_on", LocalDate.class),
                                row.getObject("reached_on", LocalDate.class))),
                list(
                        "allocation",
                        "allocation_no",
                        no,
                        (row, n) -> new ProjectView.Share(
                                row.getString("allocation_no"),
                                row.getString("fund_code"),
                                row.getInt("year"),
                                row.getBigDecimal("committed").setScale(digits),
                                row.getBigDecimal("paid").setScale(digits))));
    }

    private static ProjectView.Objection objection(ResultSet row) throws SQLException {
        return new ProjectView.Objection(
                row.getString("objection_id"),
                row.getString("grounds"),
                row.getString("raised_by"),
                row.getString("unit"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("upheld", Boolean.class),
                row.getString("reason"),
                row.getString("resolved_by"),
                row.getObject("resolved_on", LocalDate.class));
    }

    private <T> List<T> list(String table, String order, String projectNo, RowMapper<T> mapper) {
        return jdbc.query(
                "SELECT * FROM project.%s WHERE project_no = ? ORDER BY %s".formatted(table, order), mapper, projectNo);
    }
}
