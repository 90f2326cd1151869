package org.specialfund.ledger.projections.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Recomputes all balances by plain SQL, without the program's posting rules and without its tables, and compares them
 * row by row with what the program shows: postings, running balances, balances, checkpoints, holdings of allocations.
 * Costs one reading of all events and of all postings; holds only the differences. Thread-safe.
 */
public final class BalanceCheck {

    /** More differences are only counted. */
    public static final int MOST_NAMED = 100;

    /** What the events say, by account and position, as far as the balances have got. */
    private static final String EXPECTED = """
            WITH expected AS MATERIALIZED (
                SELECT kind, fund, year, allocation, payee, position, effective_date, amount
                FROM event_posting e
                WHERE position <= (SELECT position FROM balance.progress)
                    AND NOT EXISTS (SELECT FROM balance.gap g WHERE g.position = e.position))
            """;

    private static final String NAME = "concat_ws(' ', x.kind, x.fund, x.year, x.allocation, x.payee)";

    /** Rows that are on one side only, or differ. The key is compared as one row, so that it can be hashed. */
    private static final String POSTINGS = EXPECTED + """
            SELECT 'balance.posting', %1$s || ' @' || x.position,
                   x.expected_day || ' ' || x.expected, x.found_day || ' ' || x.found
            FROM (SELECT coalesce(e.kind, f.kind) AS kind, coalesce(e.fund, f.fund) AS fund,
                    coalesce(e.year, f.year) AS year, coalesce(e.allocation, f.allocation) AS allocation,
                    coalesce(e.payee, f.payee) AS payee, coalesce(e.position, f.position) AS position,
                    e.effective_date AS expected_day, e.amount AS expected,
                    f.effective_date AS found_day, f.amount AS found
                FROM (SELECT ROW(kind, fund, year, allocation, payee, position)::text AS key, * FROM expected) e
                FULL JOIN (
                    SELECT ROW(a.kind, a.fund, a.year, a.allocation, a.payee, p.position)::text AS key,
                        a.kind, a.fund, a.year, a.allocation, a.payee, p.position, p.effective_date,
                        sum(p.amount) AS amount
                    FROM balance.posting p LEFT JOIN balance.account a ON a.id = p.account_id
                    GROUP BY a.kind, a.fund, a.year, a.allocation, a.payee, p.position, p.effective_date
                ) f ON f.key = e.key) x
            WHERE x.expected IS DISTINCT FROM x.found OR x.expected_day IS DISTINCT FROM x.found_day
            """.formatted(NAME);

    private static final String RUNNING = """
            SELECT 'balance.posting', x.name || ' @' || x.position || ' leg ' || x.leg || ' balance after',
                   x.expected::text, x.found::text
            FROM (SELECT a.name, p.position, p.leg, p.balance_after AS found,
                    sum(p.amount) OVER (PARTITION BY p.account_id ORDER BY p.position, p.leg) AS expected
                FROM balance.posting p JOIN balance.account a ON a.id = p.account_id) x
            WHERE x.expected <> x.found
            """;

    private static final String BALANCES = EXPECTED + """
            SELECT 'balance.balance', %1$s, x.expected::text, x.found::text
            FROM (SELECT coalesce(e.kind, f.kind) AS kind, coalesce(e.fund, f.fund) AS fund,
                    coalesce(e.year, f.year) AS year, coalesce(e.allocation, f.allocation) AS allocation,
                    coalesce(e.payee, f.payee) AS payee, e.amount AS expected, f.balance AS found
                FROM (SELECT ROW(kind, fund, year, allocation, payee)::text AS key, kind, fund, year, allocation, payee,
                        sum(amount) AS amount
                    FROM expected GROUP BY kind, fund, year, allocation, payee) e
                FULL JOIN (
                    SELECT ROW(a.kind, a.fund, a.year, a.allocation, a.payee)::text AS key,
                        a.kind, a.fund, a.year, a.allocation, a.payee, b.balance
                    FROM balance.account a FULL JOIN balance.balance b ON b.account_id = a.id
                ) f ON f.key = e.key) x
            WHERE x.expected IS DISTINCT FROM x.found
            """.formatted(NAME);

    /** A checkpoint is the one before and the postings since, on each of its days, and has every day of both. */
    private static final String CHECKPOINTS = """
            SELECT 'balance.checkpoint', k.name || ' @' || k.position || ' on ' || d.day, x.expected::text, d.sum::text
            FROM (SELECT a.name, c.*, lag(c.position) OVER earlier AS before, lag(c.days) OVER earlier AS days_before,
                    lag(c.sums) OVER earlier AS sums_before
                FROM balance.checkpoint c JOIN balance.account a ON a.id = c.account_id
                WINDOW earlier AS (PARTITION BY c.account_id ORDER BY c.position)) k
            CROSS JOIN LATERAL (
                SELECT day, (SELECT s.sum FROM unnest(k.days, k.sums) AS s (day, sum) WHERE s.day = every.day) AS sum
                FROM (SELECT unnest(k.days) UNION SELECT unnest(k.days_before) UNION
                    SELECT p.effective_date FROM balance.posting p WHERE p.account_id = k.account_id
                        AND p.position > coalesce(k.before, -1) AND p.position <= k.position) AS every (day)) d
            CROSS JOIN LATERAL (
                SELECT coalesce(k.sums_before[width_bucket(d.day, k.days_before)], 0) + coalesce(sum(p.amount), 0)
                    AS expected
                FROM balance.posting p WHERE p.account_id = k.account_id AND p.position > coalesce(k.before, -1)
                    AND p.position <= k.position AND p.effective_date <= d.day) x
            WHERE x.expected IS DISTINCT FROM d.sum
            """;

    /** The projection of allocations keeps its own pace, so that it is compared at its own position. */
    private static final String HOLDINGS = """
            SELECT 'allocation.holding', coalesce(e.allocation, f.allocation_no),
                   concat_ws(' ', e.available, e.held, e.paid), concat_ws(' ', f.available, f.held, f.paid)
            FROM (SELECT allocation, coalesce(sum(amount) FILTER (WHERE kind = 'available'), 0) AS available,
                    coalesce(sum(amount) FILTER (WHERE kind = 'held'), 0) AS held,
                    coalesce(sum(amount) FILTER (WHERE kind = 'paid'), 0) AS paid
                FROM event_posting p
                WHERE allocation IS NOT NULL AND position <= (SELECT position FROM allocation.progress)
                    AND NOT EXISTS (SELECT FROM allocation.gap g WHERE g.position = p.position)
                GROUP BY allocation) e
            FULL JOIN allocation.holding f ON f.allocation_no = e.allocation
            WHERE coalesce(e.available, 0) IS DISTINCT FROM f.available
                OR coalesce(e.held, 0) IS DISTINCT FROM f.held OR coalesce(e.paid, 0) IS DISTINCT FROM f.paid
            """;

    private static final String COUNTS = EXPECTED + """
            SELECT count(*), sum(postings) FROM (
                SELECT count(*) AS postings FROM expected GROUP BY kind, fund, year, allocation, payee) a
            """;

    private static final List<String> QUESTIONS = List.of(POSTINGS, RUNNING, BALANCES, CHECKPOINTS, HOLDINGS);

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the view {@code event_posting} and the tables of the projections of balances and allocations.
     *
     * @param transactions of the same data source
     */
    public BalanceCheck(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(1_000);
        this.readModel = new ReadModel("balance", jdbc, transactions);
    }

    /** Checks everything that the projection of balances has seen; a question of more than ten minutes is given up. */
    public Checked run() {
        return readModel.stream(this::check);
    }

    private Checked check(long position) {
        List<Difference> first = new ArrayList<>();
        long[] differences = {0};
        for (String question : QUESTIONS) {
            jdbc.query(question, row -> {
                differences[0]++;
                if (first.size() < MOST_NAMED) {
                    first.add(difference(row));
                }
            });
        }
        return jdbc.query(
                        COUNTS,
                        (row, n) -> new Checked(position, row.getLong(1), row.getLong(2), differences[0], first))
                .get(0);
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
