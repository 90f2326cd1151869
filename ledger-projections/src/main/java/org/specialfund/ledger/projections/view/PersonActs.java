package org.specialfund.ledger.projections.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What one person did, newest first: by index, whatever the length of the history. Thread-safe. */
public final class PersonActs {

    private static final String ALL = """
            SELECT h.*, r.code, r.command
            FROM (SELECT e.* FROM history.mention m CROSS JOIN LATERAL unnest(m.positions) AS at (position)
                  JOIN history.event e USING (position)
                  WHERE m.what = 'person:' || ? AND m.first < ? AND position < ?
                  ORDER BY m.first DESC, position DESC LIMIT ?) h
            LEFT JOIN refusal.refusal r ON r.position = h.position
            ORDER BY h.position DESC
            """;

    private static final String REFUSED = """
            SELECT h.*, r.code, r.command
            FROM refusal.refusal r JOIN history.event h ON h.position = r.position
            WHERE r.actor = ? AND r.code = ANY (?) AND r.position < ? ORDER BY r.position DESC LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /** Reads the tables of the history and of refusals. */
    public PersonActs(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(List.of("history", "refusal"), jdbc, transactions);
    }

    /**
     * A page of all that a person did, proposed or tried.
     *
     * @param person opaque id
     * @param before position of the last one seen; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<PersonAct, Long> page(String person, @Nullable Long before, int limit) {
        Page.checkLimit(limit);
        long below = before == null ? Long.MAX_VALUE : before;
        return readModel.at(reached -> Page.of(
                jdbc.query(ALL, (row, n) -> act(row, person), person, below, below, limit + 1),
                limit,
                reached,
                PersonAct::position));
    }

    /** A page of what a person tried and was refused with one of these codes. */
    public Page<PersonAct, Long> refused(String person, Collection<String> codes, @Nullable Long before, int limit) {
        Page.checkLimit(limit);
        return readModel.at(reached -> Page.of(
                jdbc.query(
                        REFUSED,
                        (row, n) -> act(row, person),
                        person,
                        new ArrayList<>(codes).toArray(new String[0]),
                        before == null ? Long.MAX_VALUE : before,
                        limit + 1),
                limit,
                reached,
                PersonAct::position));
    }

    private static PersonAct act(ResultSet row, String person) throws SQLException {
        String actor = row.getString("actor");
        String proposer = row.getString("proposed_by");
        boolean acted = person.equals(actor);
        boolean ofTwo = proposer != null && !proposer.equals(actor);
        return new PersonAct(
                row.getLong("position"),
                row.getString("stream") + "@" + row.getLong("sequence"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("type"),
                !acted ? "proposed" : ofTwo ? "confirmed" : "acted",
                acted ? row.getString("role") : null,
                !ofTwo ? null : acted ? proposer : actor,
                row.getObject("effective_date", LocalDate.class),
                row.getString("fund_code"),
                row.getObject("year", Integer.class),
                row.getString("allocation_no"),
                row.getString("reference"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("document_ref"),
                row.getString("code"),
                row.getString("command"));
    }
}
