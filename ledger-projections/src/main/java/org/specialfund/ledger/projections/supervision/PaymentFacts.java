package org.specialfund.ledger.projections.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads payments touched by events of some positions, and their neighbours. Every question costs as much as there are
 * touched payments and neighbours, by index, whatever the length of the history. Thread-safe.
 */
public final class PaymentFacts {

    private static final String TOUCHED = """
            SELECT DISTINCT reference FROM history.event
            WHERE position > ? AND position <= ? AND reference IS NOT NULL AND stream LIKE 'disbursement:%'
            """;

    private static final String ROWS = """
            WITH pair AS MATERIALIZED (%s),
            row AS MATERIALIZED (
                SELECT p.grouped, d.* FROM pair p JOIN disbursement.disbursement d USING (reference)
                WHERE d.state NOT IN ('rejected', 'cancelled', 'reversed'))
            SELECT r.*, e.entries, coalesce(r.approved_by[1], e.confirmed_by) AS approver, l.approval_threshold,
                   a.entry AS account_entry,
                   (a.known_at AT TIME ZONE coalesce(l.time_zone, 'Asia/Shanghai'))::date AS account_since,
                   coalesce(l.time_zone, '') AS time_zone, o.recipient, r.state = 'paid' AS paid
            FROM row r JOIN allocation.allocation o USING (allocation_no)
            JOIN LATERAL (
                SELECT array_agg(h.stream || '@' || h.sequence ORDER BY h.position) AS entries,
                       max(h.confirmed_by) FILTER (WHERE h.type = 'disbursement.recorded') AS confirmed_by
                FROM history.event h
                WHERE h.reference = r.reference AND h.type IN ('disbursement.requested', 'disbursement.reviewed',
                    'disbursement.approved', 'disbursement.settled', 'disbursement.recorded')) e
                ON e.entries IS NOT NULL
            LEFT JOIN LATERAL (
                SELECT approval_threshold, time_zone FROM fund.rules f
                WHERE f.fund_code = r.fund_code AND f.applies_from <= r.effective_date
                ORDER BY version DESC LIMIT 1) l ON true
            LEFT JOIN supervision.account a ON a.payee = r.payee AND a.account_id = r.account_id
            ORDER BY r.grouped, r.effective_date, r.reference
            """;

    private static final String ALONE = "SELECT reference AS grouped, reference FROM (" + TOUCHED + ") t";

    private static final String WINDOWS = """
            SELECT DISTINCT e.reference AS grouped, o.reference
            FROM (%s) t
            JOIN disbursement.disbursement x USING (reference)
            JOIN disbursement.disbursement e
                ON e.payee = x.payee AND e.effective_date BETWEEN x.effective_date AND x.effective_date + ?
            JOIN disbursement.disbursement o
                ON o.payee = e.payee AND o.effective_date BETWEEN e.effective_date - ? AND e.effective_date
            WHERE EXISTS (SELECT 1 FROM fund.rules f
                          WHERE f.fund_code = x.fund_code AND f.approval_threshold IS NOT NULL)
              AND e.fund_code = x.fund_code AND o.fund_code = x.fund_code
            """.formatted(TOUCHED);

    /** What wholly came back and is paid again is no repeat. Most payments have none: nothing more is read of them. */
    private static final String REPEATS = """
            SELECT p.grouped, unnest(CASE WHEN first THEN ARRAY[p.grouped, p.other] ELSE ARRAY[p.other] END) AS reference
            FROM (SELECT x.reference AS grouped, o.reference AS other,
                         row_number() OVER (PARTITION BY x.reference ORDER BY o.reference) = 1 AS first
                  FROM (%s) t
                  JOIN disbursement.disbursement x USING (reference)
                  JOIN disbursement.disbursement o ON o.payee = x.payee AND o.amount = x.amount
                      AND o.currency = x.currency AND o.reference <> x.reference
                      AND x.returned < x.amount AND o.returned < o.amount
                      AND o.effective_date BETWEEN x.effective_date - ? AND x.effective_date + ?) p
            """.formatted(TOUCHED);

    private static final String PAPERS = """
            SELECT u.* FROM (SELECT DISTINCT kind, value FROM supervision.paper
                             WHERE position > ? AND position <= ?) t
            CROSS JOIN LATERAL (
                SELECT p.position, p.kind, p.value, p.entry, p.reference, p.payee, p.allocation_no, p.refused,
                       coalesce(p.fund_code, a.fund_code, '') AS fund_code
                FROM supervision.paper p LEFT JOIN allocation.allocation a USING (allocation_no)
                WHERE p.kind = t.kind AND p.value = t.value AND p.position <= ?
                ORDER BY p.position LIMIT 100) u
            ORDER BY u.kind, u.value, u.position
            """;

    private static final String PROJECTS = """
            SELECT a.recipient, a.project_no, a.fund_code, 'allocation:' || lower(a.allocation_no) || '@0' AS entry
            FROM (SELECT DISTINCT x.recipient, x.project_no FROM history.event h
                  JOIN allocation.allocation x USING (allocation_no)
                  WHERE h.position > ? AND h.position <= ? AND h.sequence = 0 AND h.stream LIKE 'allocation:%'
                    AND x.project_no IS NOT NULL) t
            JOIN allocation.allocation a ON a.project_no = t.project_no AND a.recipient = t.recipient
            ORDER BY a.project_no, a.recipient, a.allocation_no
            """;

    private final JdbcTemplate jdbc;

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public PaymentFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A use of an invoice or a document, refused attempts included; 100 of each paper at most. */
    public record PaperRow(
            String kind,
            String value,
            String entry,
            String reference,
            String payee,
            String fundCode,
            String allocationNo,
            boolean refused) {}

    /** An allocation of a unit for a project, with the event that began it. */
    public record ProjectRow(String recipient, String projectNo, String fundCode, String entry) {}

    /** The payments that events after a position, up to another, are about. */
    public List<PaymentRow> touched(long after, long upTo) {
        return jdbc.query(ROWS.formatted(ALONE), (row, n) -> payment(row), after, upTo);
    }

    /**
     * For each window of days that holds a touched payment: the payments to the same payee from the same fund in it. A
     * window is named by a payment of its last day. Only of funds whose rules ever named a limit.
     */
    public List<PaymentRow> windows(long after, long upTo, int days) {
        return jdbc.query(ROWS.formatted(WINDOWS), (row, n) -> payment(row), after, upTo, days - 1, days - 1);
    }

    /**
     * For each touched payment that is not alone: itself and those of the same amount to the same payee within the
     * days.
     */
    public List<PaymentRow> repeats(long after, long upTo, int days) {
        return jdbc.query(ROWS.formatted(REPEATS), (row, n) -> payment(row), after, upTo, days, days);
    }

    /** All uses of the papers that events after a position, up to another, use. */
    public List<PaperRow> papers(long after, long upTo) {
        return jdbc.query(
                PAPERS,
                (row, n) -> new PaperRow(
                        row.getString("kind"),
                        row.getString("value"),
                        row.getString("entry"),
                        row.getString("reference"),
                        row.getString("payee"),
                        row.getString("fund_code"),
                        row.getString("allocation_no"),
                        row.getBoolean("refused")),
                after,
                upTo,
                upTo);
    }

    /** All allocations of the units and projects to which allocations were begun after a position, up to another. */
    public List<ProjectRow> projects(long after, long upTo) {
        return jdbc.query(
                PROJECTS,
                (row, n) -> new ProjectRow(
                        row.getString("recipient"),
                        row.getString("project_no"),
                        row.getString("fund_code"),
                        row.getString("entry")),
                after,
                upTo);
    }

    private static PaymentRow payment(ResultSet row) throws SQLException {
        return new PaymentRow(
                row.getString("grouped"),
                List.of((String[]) row.getArray("entries").getArray()),
                row.getString("reference"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("payee"),
                row.getString("recipient"),
                row.getBigDecimal("amount"),
                row.getObject("effective_date", LocalDate.class),
                row.getBoolean("paid"),
                row.getObject("tranche", Integer.class),
                row.getString("approver"),
                row.getString("despite"),
                row.getBigDecimal("approval_threshold"),
                row.getString("account_entry"),
                row.getObject("account_since", LocalDate.class),
                row.getString("time_zone"));
    }
}
