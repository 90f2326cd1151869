package org.specialfund.ledger.projections.refusal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Refused attempts, newest first. Thread-safe. */
public final class Refusals {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link RefusalProjection}.
     *
     * @param transactions of the same data source
     */
    public Refusals(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(RefusalProjection.NAME, jdbc, transactions);
    }

    /**
     * A page of refusals.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<RefusedAttempt, Long> page(RefusalQuery query, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = conditions(query).and("position < ?", cursor);
        return readModel.at(reached -> {
            List<RefusedAttempt> found = jdbc.query(
                    "SELECT * FROM refusal.refusal WHERE %s ORDER BY position DESC LIMIT %d"
                            .formatted(conditions.sql(), limit + 1),
                    (row, n) -> refusal(row),
                    conditions.values());
            return Page.of(found, limit, reached, RefusedAttempt::position);
        });
    }

    /**
     * Attempts refused between two positions, these not included, in order, that name the fund or name none: whose these
     * are, their allocation or payment tells.
     *
     * @param unnamedAfter the same as {@code after} for those that name none; not less
     * @param limit 1 to {@value Page#MOST}
     */
    public List<RefusedAttempt> between(String fundCode, long after, long unnamedAfter, long before, int limit) {
        Page.checkLimit(limit);
        return readModel.at(
                reached -> jdbc.query("""
                SELECT * FROM refusal.refusal
                WHERE position < ? AND (fund_code = ? AND position > ? OR fund_code IS NULL AND position > ?)
                ORDER BY position LIMIT ?
                """, (row, n) -> refusal(row), before, fundCode, after, unnamedAfter, limit));
    }

    /** How many attempts were refused, by code. */
    public Map<String, Long> countByCode(RefusalQuery query) {
        Conditions conditions = conditions(query);
        return readModel.at(reached -> {
            Map<String, Long> counts = new HashMap<>();
            jdbc.query(
                    "SELECT code, count(*) FROM refusal.refusal WHERE %s GROUP BY code".formatted(conditions.sql()),
                    row -> {
                        counts.put(row.getString(1), row.getLong(2));
                    },
                    conditions.values());
            return counts;
        });
    }

    private static Conditions conditions(RefusalQuery query) {
        return new Conditions()
                .and("code = ?", query.code())
                .and("actor = ?", query.actor())
                .and("fund_code = ?", query.fundCode())
                .and("allocation_no = ?", query.allocationNo())
                .and("causation_id = ?", query.causationId())
                .and("recorded_at >= ?", query.from() == null ? null : Timestamp.from(query.from()))
                .and("recorded_at < ?", query.until() == null ? null : Timestamp.from(query.until()));
    }

    private static RefusedAttempt refusal(ResultSet row) throws SQLException {
        return new RefusedAttempt(
                row.getLong("position"),
                row.getString("event_id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("code"),
                row.getString("command"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                map(row.getArray("figure_names"), row.getArray("figure_values")),
                map(row.getArray("subject_names"), row.getArray("subject_values")));
    }

    private static Map<String, String> map(Array names, Array values) throws SQLException {
        String[] keys = (String[]) names.getArray();
        String[] texts = (String[]) values.getArray();
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], texts[i]);
        }
        return map;
    }
}
