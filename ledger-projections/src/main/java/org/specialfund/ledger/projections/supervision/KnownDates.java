package org.specialfund.ledger.projections.supervision;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the dates of a fund year's payments stand for: days, or periods of which they are the last day. Its latest 200
 * payments say so; where they are fewer than 20, those that came with the last of them, as in one import: a file that knows
 * quarters only knows no days in any fund. Looked up once for each fund year, so one is made for each run. Of one thread.
 */
public final class KnownDates {

    /**
     * For {@code y (fund_code, year)}: {@code s (payments, to_others, dates, period_ends)}, of which the first two are
     * the fund year's own.
     */
    static final String OF_YEAR = """
            LATERAL (
                SELECT own.payments, own.to_others,
                       CASE WHEN came.dates >= 20 THEN came.dates ELSE own.payments END AS dates,
                       CASE WHEN came.dates >= 20 THEN came.period_ends ELSE own.period_ends END AS period_ends
                FROM (
                    SELECT count(*) AS payments, max(l.reference) AS latest,
                           count(*) FILTER (WHERE extract(day FROM l.effective_date + 1) = 1) AS period_ends,
                           count(*) FILTER (WHERE l.payee <> o.recipient) AS to_others
                    FROM (SELECT reference, effective_date, payee, allocation_no FROM disbursement.disbursement d
                          WHERE d.fund_code = y.fund_code AND d.year = y.year ORDER BY reference DESC LIMIT 200) l
                    JOIN allocation.allocation o USING (allocation_no)) own
                CROSS JOIN LATERAL (
                    SELECT count(*) AS dates,
                           count(*) FILTER (WHERE extract(day FROM c.effective_date + 1) = 1) AS period_ends
                    FROM (SELECT h.effective_date
                          FROM history.mention m CROSS JOIN LATERAL unnest(m.positions) AS at (position)
                          JOIN history.event h USING (position)
                          WHERE own.payments < 20 AND h.type IN ('disbursement.recorded', 'disbursement.requested')
                            AND m.what = (
                                SELECT 'correlation:' || b.correlation_id
                                FROM mentioned('reference:' || own.latest) JOIN history.event b USING (position)
                                WHERE starts_with(b.stream, 'disbursement:')
                                ORDER BY position LIMIT 1)
                          ORDER BY m.first DESC, position DESC LIMIT 200) c) came) s
            """;

    private static final String ONE = """
            SELECT s.* FROM (SELECT ?::text COLLATE "C" AS fund_code, ?::integer AS year) y CROSS JOIN
            """ + OF_YEAR;

    private final JdbcTemplate jdbc;
    private final Map<String, OfYear> known = new HashMap<>();

    /** Reads through that template, at one snapshot where its caller has begun one. */
    public KnownDates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a fund year.
     *
     * @param payments how many of its latest payments were looked at
     * @param toOthers how many of these went to others than the recipients of their allocations
     * @param dates how many dates were looked at
     * @param periodEnds how many of these are the last day of a month
     */
    public record OfYear(long payments, long toOthers, long dates, long periodEnds) {}

    /** A fund year's; costs 400 rows at most, the first time. */
    public OfYear of(String fundCode, int year) {
        return known.computeIfAbsent(fundCode + "/" + year, key -> read(fundCode, year));
    }

    private OfYear read(String fundCode, int year) {
        return jdbc.query(
                        ONE,
                        (row, n) -> new OfYear(
                                row.getLong("payments"),
                                row.getLong("to_others"),
                                row.getLong("dates"),
                                row.getLong("period_ends")),
                        fundCode,
                        year)
                .get(0);
    }
}
