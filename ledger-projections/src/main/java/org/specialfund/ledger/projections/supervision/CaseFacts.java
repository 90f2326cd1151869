package org.specialfund.ledger.projections.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads projects and findings that events of some positions touch. Costs what {@link PaymentFacts} costs. Thread-safe. */
public final class CaseFacts {

    private static final String PIPELINES = """
            SELECT t.project_no, f.allocation_no, f.fund_code, f.year, f.effective_date AS allocated,
                   s.effective_date AS applied, s.stream || '@' || s.sequence AS application,
                   'allocation:' || lower(f.allocation_no) || '@0' AS entry
            FROM (SELECT DISTINCT x.project_no FROM history.event h
                  JOIN allocation.allocation x USING (allocation_no)
                  WHERE h.position > ? AND h.position <= ? AND h.sequence = 0 AND h.stream LIKE 'allocation:%'
                    AND x.project_no IS NOT NULL) t
            CROSS JOIN LATERAL (
                SELECT * FROM allocation.allocation a
                WHERE a.project_no = t.project_no AND a.carried_from IS NULL
                ORDER BY a.effective_date, a.allocation_no LIMIT 1) f
            LEFT JOIN history.event s ON s.stream = 'project:' || lower(t.project_no)
                AND s.type = 'project.submitted' AND s.sequence = 0
            ORDER BY t.project_no
            """;

    private static final String OVERDUE = """
            SELECT f.finding_id, s.due_date, a.fund_codes, a.years,
                   (h.recorded_at AT TIME ZONE a.time_zone)::date AS noted_on,
                   ARRAY(SELECT o.stream || '@' || o.sequence
                         FROM audit.finding_step p JOIN history.event o USING (position)
                         WHERE p.finding_id = f.finding_id AND p.position <= h.position AND p.type IN (
                             'finding.rectification-ordered', 'finding.rectification-returned', 'finding.escalated')
                         ORDER BY o.position) AS entries
            FROM history.event h JOIN audit.finding_step s USING (position)
            JOIN audit.finding f USING (finding_id) JOIN audit.audit a USING (audit_no)
            WHERE h.position > ? AND h.position <= ? AND h.type = 'finding.escalated'
            ORDER BY h.position
            """;

    private final JdbcTemplate jdbc;

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public CaseFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A project with its first allocation.
     *
     * @param application the event by which the project was submitted; null where the ledger does not know it
     * @param entry the event that began the allocation
     */
    public record PipelineRow(
            String projectNo,
            String fundCode,
            int year,
            LocalDate allocated,
            @Nullable LocalDate applied,
            @Nullable String application,
            String entry) {}

    /**
     * A due date that passed.
     *
     * @param fundCode of the audit's only fund; null where it has several
     * @param year of the audit's only year; null where it has several, of years or of funds
     */
    public record OverdueRow(
            String findingId,
            LocalDate dueDate,
            LocalDate notedOn,
            @Nullable String fundCode,
            @Nullable Integer year,
            List<String> entries) {}

    /** The projects to which allocations were begun after a position, up to another. */
    public List<PipelineRow> pipelines(long after, long upTo) {
        return jdbc.query(
                PIPELINES,
                (row, n) -> new PipelineRow(
                        row.getString("project_no"),
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getObject("allocated", LocalDate.class),
                        row.getObject("applied", LocalDate.class),
                        row.getString("application"),
                        row.getString("entry")),
                after,
                upTo);
    }

    /** The corrections that were noted as overdue after a position, up to another. */
    public List<OverdueRow> overdue(long after, long upTo) {
        return jdbc.query(OVERDUE, (row, n) -> overdue(row), after, upTo);
    }

    private static OverdueRow overdue(ResultSet row) throws SQLException {
        String[] funds = (String[]) row.getArray("fund_codes").getArray();
        Integer[] years = (Integer[]) row.getArray("years").getArray();
        return new OverdueRow(
                row.getString("finding_id"),
                row.getObject("due_date", LocalDate.class),
                row.getObject("noted_on", LocalDate.class),
                funds.length == 1 ? funds[0] : null,
                funds.length == 1 && years.length == 1 ? years[0] : null,
                List.of((String[]) row.getArray("entries").getArray()));
    }
}
