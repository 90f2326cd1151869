package org.specialfund.ledger.projections.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads single entries and refused attempts of some positions. Costs what {@link PaymentFacts} costs. Thread-safe. */
public final class EntryFacts {

    private static final String PAID = """
            SELECT h.stream || '@' || h.sequence AS entry, h.fund_code, h.year, h.effective_date, h.recorded_at
            FROM history.event h
            WHERE h.position > ? AND h.position <= ? AND h.type IN (
                'disbursement.recorded', 'disbursement.settled', 'disbursement.returned', 'disbursement.corrected')
            ORDER BY h.position
            """;

    private static final String ATTEMPTS = """
            SELECT r.*, coalesce(r.fund_code, a.fund_code) AS fund FROM (
                SELECT * FROM refusal.refusal WHERE position > ? AND position <= ? AND code = ANY (?)) r
            LEFT JOIN allocation.allocation a USING (allocation_no) ORDER BY r.position
            """;

    private static final String WAIVERS = """
            SELECT r.recovery_id, r.fund_code, r.year, r.demanded, r.waived, e.entries
            FROM (SELECT DISTINCT reference FROM history.event
                  WHERE position > ? AND position <= ? AND type = 'disbursement.recovery-waived') t
            JOIN disbursement.recovery r USING (reference)
            JOIN LATERAL (SELECT array_agg(h.stream || '@' || h.sequence ORDER BY position) AS entries
                          FROM mentioned('reference:' || r.reference) JOIN history.event h USING (position)
                          WHERE h.type = 'disbursement.recovery-waived') e ON e.entries IS NOT NULL
            WHERE r.waived > 0 ORDER BY r.recovery_id
            """;

    private static final String CARRIED = """
            SELECT h.stream || '@' || h.sequence AS entry, a.fund_code, a.year, a.origin_year,
                   a.allocation_no AS subject, h.effective_date
            FROM history.event h JOIN allocation.allocation a USING (allocation_no)
            WHERE h.position > ? AND h.position <= ? AND h.type = 'allocation.carried-in'
            UNION ALL
            SELECT h.stream || '@' || h.sequence, h.fund_code, h.year, u.origin_year,
                   h.fund_code || '/' || h.year || '/' || u.origin_year, h.effective_date
            FROM history.event h JOIN fund.unallocated u USING (fund_code, year)
            WHERE h.position > ? AND h.position <= ? AND h.type = 'fund-year.carry-over-received' AND u.amount > 0
            """;

    private final JdbcTemplate jdbc;

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public EntryFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry of paid money. */
    public record PaidRow(String entry, String fundCode, int year, LocalDate effective, Instant recordedAt) {}

    /**
     * A refused attempt.
     *
     * @param fundCode of the fund that it names, or of the allocation; null where it names neither
     */
    public record AttemptRow(
            String entry,
            String eventId,
            String code,
            String command,
            @Nullable String fundCode,
            @Nullable String allocationNo) {}

    /** A recovery of which something was waived, and the events that did so. */
    public record WaiverRow(
            String recoveryId,
            String fundCode,
            int year,
            BigDecimal demanded,
            BigDecimal waived,
            List<String> entries) {}

    /** Money carried into a year, on its first day. */
    public record CarriedRow(String entry, String fundCode, int year, int originYear, String subject, LocalDate day) {}

    /** Payments, returns and corrections recorded after a position, up to another. */
    public List<PaidRow> paid(long after, long upTo) {
        return jdbc.query(
                PAID,
                (row, n) -> new PaidRow(
                        row.getString("entry"),
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getObject("effective_date", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant()),
                after,
                upTo);
    }

    /** Attempts refused after a position, up to another, with one of these codes. */
    public List<AttemptRow> attempts(long after, long upTo, Collection<String> codes) {
        return jdbc.query(
                ATTEMPTS,
                (row, n) -> new AttemptRow(
                        row.getString("event_id") + "@0",
                        row.getString("event_id"),
                        row.getString("code"),
                        row.getString("command"),
                        row.getString("fund"),
                        row.getString("allocation_no")),
                after,
                upTo,
                codes.toArray(new String[0]));
    }

    /** Recoveries of which something was waived after a position, up to another. */
    public List<WaiverRow> waivers(long after, long upTo) {
        return jdbc.query(
                WAIVERS,
                (row, n) -> new WaiverRow(
                        row.getString("recovery_id"),
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getBigDecimal("demanded"),
                        row.getBigDecimal("waived"),
                        List.of((String[]) row.getArray("entries").getArray())),
                after,
                upTo);
    }

    /** Money carried in after a position, up to another. */
    public List<CarriedRow> carried(long after, long upTo) {
        return jdbc.query(
                CARRIED,
                (row, n) -> new CarriedRow(
                        row.getString("entry"),
                        row.getString("fund_code"),
                        row.getInt("year"),
                        row.getInt("origin_year"),
                        row.getString("subject"),
                        row.getObject("effective_date", LocalDate.class)),
                after,
                upTo,
                after,
                upTo);
    }
}
