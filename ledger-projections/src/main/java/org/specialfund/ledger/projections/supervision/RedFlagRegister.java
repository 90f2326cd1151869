package org.specialfund.ledger.projections.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of red flags, as it is now, newest first. Thread-safe. */
public final class RedFlagRegister {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link SupervisionProjection}.
     *
     * @param transactions of the same data source
     */
    public RedFlagRegister(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(SupervisionProjection.NAME, jdbc, transactions);
    }

    /** The flag of that id. */
    public Optional<RedFlagView> find(String flagId) {
        return readModel.at(position ->
                jdbc.query("SELECT * FROM supervision.flag WHERE flag_id = ?", (row, n) -> flag(row), flagId).stream()
                        .findFirst());
    }

    /**
     * A page of flags.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<RedFlagView, Long> page(RedFlagQuery query, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("rule = ?", query.rule())
                .and("fund_code = ?", query.fundCode())
                .and("state = ?", query.state())
                .and("subject = ?", query.subject())
                .and("position < ?", cursor);
        return readModel.at(reached -> Page.of(
                jdbc.query(
                        "SELECT * FROM supervision.flag WHERE %s ORDER BY position DESC LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> flag(row),
                        conditions.values()),
                limit,
                reached,
                RedFlagView::position));
    }

    /** How many flags each rule raised and what became of them; reads all flags of the fund, or all. */
    public List<RuleCount> counts(@Nullable String fundCode) {
        Conditions conditions = new Conditions().and("fund_code = ?", fundCode);
        return readModel.at(reached -> jdbc.query(
                """
                SELECT rule, version, count(*) AS raised, count(*) FILTER (WHERE state = 'dismissed') AS dismissed,
                       count(*) FILTER (WHERE state = 'converted') AS converted,
                       count(c.finding_id) AS confirmed
                FROM supervision.flag f LEFT JOIN supervision.confirmed c USING (finding_id) WHERE %s GROUP BY rule, version ORDER BY rule, version
                """.formatted(conditions.sql()),
                (row, n) -> new RuleCount(
                        row.getString("rule"),
                        row.getInt("version"),
                        row.getLong("raised"),
                        row.getLong("dismissed"),
                        row.getLong("converted"),
                        row.getLong("confirmed")),
                conditions.values()));
    }

    private static RedFlagView flag(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new RedFlagView(
                row.getString("flag_id"),
                row.getLong("position"),
                row.getString("rule"),
                row.getInt("version"),
                row.getString("subject"),
                row.getString("fund_code"),
                row.getObject("year", Integer.class),
                SupervisionProjection.map(row.getArray("input_names"), row.getArray("input_values")),
                SupervisionProjection.map(row.getArray("threshold_names"), row.getArray("threshold_values")),
                List.of((String[]) row.getArray("entries").getArray()),
                row.getString("state"),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("ended_by"),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("reason"),
                row.getString("finding_id"));
    }
}
