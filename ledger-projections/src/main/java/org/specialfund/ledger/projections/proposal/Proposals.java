package org.specialfund.ledger.projections.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of proposals, as it is now. Thread-safe. */
public final class Proposals {

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;

    /**
     * Reads the tables of {@link ProposalProjection}.
     *
     * @param transactions of the same data source
     */
    public Proposals(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(ProposalProjection.NAME, jdbc, transactions);
    }

    /** The proposal of that id. */
    public Optional<ProposalView> find(String proposalId) {
        return readModel.at(
                position -> jdbc
                        .query(
                                "SELECT * FROM proposal.proposal WHERE proposal_id = ?",
                                (row, n) -> proposal(row),
                                proposalId)
                        .stream()
                        .findFirst());
    }

    /**
     * A page of proposals, oldest first.
     *
     * @param state null for all
     * @param command stored name; null for all
     * @param proposedBy null for all
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<ProposalView, Long> page(
            @Nullable String state,
            @Nullable String command,
            @Nullable String proposedBy,
            @Nullable Long cursor,
            int limit) {
        Page.checkLimit(limit);
        Conditions conditions = new Conditions()
                .and("state = ?", state)
                .and("command = ?", command)
                .and("proposed_by = ?", proposedBy)
                .and("position > ?", cursor);
        return readModel.at(reached -> Page.of(
                jdbc.query(
                        "SELECT * FROM proposal.proposal WHERE %s ORDER BY position LIMIT %d"
                                .formatted(conditions.sql(), limit + 1),
                        (row, n) -> proposal(row),
                        conditions.values()),
                limit,
                reached,
                ProposalView::position));
    }

    private static ProposalView proposal(ResultSet row) throws SQLException {
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new ProposalView(
                row.getString("proposal_id"),
                row.getLong("position"),
                row.getString("command"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("state"),
                row.getString("ended_by"),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("reason"));
    }
}
