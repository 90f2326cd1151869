package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads payments touched by events of some positions, and their neighbours. Every question costs as much as there are
 * touched payments and neighbours, by index, whatever the length of the history. A hit rests on the events that decided
 * a payment; most payments have none, so these are a question of their own. Thread-safe.
 */
public final class PaymentFacts {

    /**
     * The events by which a payment is decided. One that was taken over from an older ledger has none.
     */
    private static final String DECIDED = """
            type IN ('disbursement.requested', 'disbursement.reviewed', 'disbursement.approved',
                'disbursement.settled', 'disbursement.recorded')""";

    private static final String OF_REFERENCE =
            "mentioned('reference:' || %s.reference) JOIN history.event h USING (position)";

    /** Counted, and not EXISTS: for one row alone all of the table may seem cheaper to read than the index. */
    private static final String HAS_DECISION = "(SELECT count(*) FROM " + OF_REFERENCE + " WHERE " + DECIDED + ") > 0";

    private static final String STANDING = "state NOT IN ('rejected', 'cancelled', 'reversed')";

    private static final String ROWS = """
            SELECT d.reference, d.fund_code, d.year, d.payee, o.recipient, d.amount, d.currency, d.returned,
                   d.effective_date, d.state = 'paid' AS paid, d.tranche, d.despite, a.entry AS account_entry,
                   a.known_at, %s
            FROM (%s) d JOIN allocation.allocation o USING (allocation_no)
            LEFT JOIN supervision.account a ON a.payee = d.payee AND a.account_id = d.account_id
            ORDER BY d.effective_date, d.reference
            """;

    // OFFSET 0: each part is read by its own index, whatever is known of the tables, and nothing is read whole.

    private static final String TOUCHED =
            ROWS.formatted("""
            NULL AS approver, d.%s AND (d.decided OR %s) AS standing
            """.formatted(STANDING, HAS_DECISION.formatted("d")), """
            SELECT x.*, t.decided
            FROM (SELECT reference, bool_or(decided) AS decided
                  FROM (SELECT reference, %s AS decided FROM history.event
                        WHERE position > ? AND position <= ? AND reference IS NOT NULL AND stream LIKE 'disbursement:%%'
                        OFFSET 0) h
                  GROUP BY reference) t
            JOIN disbursement.disbursement x USING (reference)
            """.formatted(DECIDED));

    private static final String AROUND =
            ROWS.formatted("""
            coalesce(d.approved_by[1], (SELECT max(h.confirmed_by) FROM %s
                WHERE h.type = 'disbursement.recorded')) AS approver
            """.formatted(OF_REFERENCE.formatted("d")), """
            SELECT x.*
            FROM (SELECT payee, fund_code, unnest(range_agg(daterange(day - ?, day + ?, '[]'))) AS span
                  FROM unnest(?::text[], ?::text[], ?::date[]) AS t (payee, fund_code, day)
                  GROUP BY payee, fund_code) s
            CROSS JOIN LATERAL (
                SELECT * FROM disbursement.disbursement o
                WHERE o.payee = s.payee AND o.fund_code = s.fund_code AND o.%s
                  AND o.effective_date >= lower(s.span) AND o.effective_date < upper(s.span) OFFSET 0) x
            """.formatted(STANDING));

    /** Most payments are alone: that is looked at first, and is little work. */
    private static final String EQUAL =
            ROWS.formatted("NULL AS approver", """
            SELECT x.*
            FROM (SELECT payee, amount, currency,
                         unnest(range_agg(daterange(day - ?, day + ?, '[]'))) AS span
                  FROM unnest(?::text[], ?::numeric[], ?::text[], ?::date[]) AS t (payee, amount, currency, day)
                  WHERE (SELECT count(*) FROM (
                             SELECT FROM disbursement.disbursement o
                             WHERE o.payee = t.payee AND o.amount = t.amount
                               AND o.effective_date >= t.day - ? AND o.effective_date <= t.day + ? LIMIT 2) two) > 1
                  GROUP BY payee, amount, currency) s
            CROSS JOIN LATERAL (
                SELECT o.*, count(*) OVER () AS together FROM disbursement.disbursement o
                WHERE o.payee = s.payee AND o.amount = s.amount AND o.currency = s.currency AND o.%s
                  AND o.effective_date >= lower(s.span) AND o.effective_date < upper(s.span)) x
            WHERE x.together > 1 AND %s
            """.formatted(STANDING, HAS_DECISION.formatted("x")));

    private static final String DECISIONS = """
            SELECT t.reference, array_agg(h.stream || '@' || h.sequence ORDER BY position) AS entries
            FROM unnest(?::text[]) AS t (reference) CROSS JOIN LATERAL %s
            WHERE %s GROUP BY t.reference
            """.formatted(OF_REFERENCE.formatted("t"), DECIDED);

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

    /**
     * A payment that an event is about.
     *
     * @param standing false where it was rejected, cancelled or reversed since, or is of before the ledger began
     */
    public record Touched(PaymentRow payment, boolean standing) {}

    /** The payments that events after a position, up to another, are about. */
    public List<Touched> touched(long after, long upTo) {
        return jdbc.query(TOUCHED, (row, n) -> new Touched(payment(row), row.getBoolean("standing")), after, upTo);
    }

    /**
     * The payments to the same payees from the same funds, dated so many days before or after one of these at most;
     * each once, with who approved it.
     */
    public List<PaymentRow> around(Collection<PaymentRow> payments, int days) {
        record Place(String payee, String fundCode, LocalDate day) {}
        List<Place> places = payments.stream()
                .map(row -> new Place(row.payee(), row.fundCode(), row.day()))
                .distinct()
                .toList();
        return jdbc.query(
                AROUND,
                (row, n) -> payment(row),
                days,
                days,
                places.stream().map(Place::payee).toArray(String[]::new),
                places.stream().map(Place::fundCode).toArray(String[]::new),
                places.stream().map(place -> place.day().toString()).toArray(String[]::new));
    }

    /**
     * Payments of one amount to one payee, where one of these is among them, dated so many days before or after it at
     * most; each once, these too. None that is alone, and none that was taken over.
     */
    public List<PaymentRow> equal(Collection<PaymentRow> payments, int days) {
        return jdbc.query(
                EQUAL,
                (row, n) -> payment(row),
                days,
                days,
                payments.stream().map(PaymentRow::payee).toArray(String[]::new),
                payments.stream().map(PaymentRow::amount).toArray(BigDecimal[]::new),
                payments.stream().map(PaymentRow::currency).toArray(String[]::new),
                payments.stream().map(row -> row.day().toString()).toArray(String[]::new),
                days,
                days);
    }

    /** The events by which payments were decided, by reference; a payment of before the ledger began has none. */
    public Map<String, List<String>> decisions(Collection<String> references) {
        Map<String, List<String>> entries = new HashMap<>();
        jdbc.query(
                DECISIONS,
                row -> {
                    entries.put(row.getString("reference"), List.of((String[])
                            row.getArray("entries").getArray()));
                },
                (Object) references.toArray(new String[0]));
        return entries;
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
        Timestamp knownAt = row.getTimestamp("known_at");
        return new PaymentRow(
                List.of(),
                row.getString("reference"),
                row.getString("fund_code"),
                row.getInt("year"),
                row.getString("payee"),
                row.getString("recipient"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("returned"),
                row.getObject("effective_date", LocalDate.class),
                row.getBoolean("paid"),
                row.getObject("tranche", Integer.class),
                row.getString("approver"),
                row.getString("despite"),
                row.getString("account_entry"),
                knownAt == null ? null : knownAt.toInstant());
    }
}
