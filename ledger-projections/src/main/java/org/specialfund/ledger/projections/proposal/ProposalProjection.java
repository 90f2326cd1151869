package org.specialfund.ledger.projections.proposal;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.proposal.event.CommandProposed;
import org.specialfund.ledger.core.proposal.event.ProposalConfirmed;
import org.specialfund.ledger.core.proposal.event.ProposalDeclined;
import org.specialfund.ledger.core.proposal.event.ProposalEvent;
import org.specialfund.ledger.core.proposal.event.ProposalWithdrawn;
import org.specialfund.ledger.projections.processing.OneRow;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the list of proposals; the events of one proposal come in order. Thread-safe. */
public final class ProposalProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "proposal";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public ProposalProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean setsAside() {
        return true;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return ProposalEvent.class.isAssignableFrom(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof CommandProposed proposed) {
                propose(schema, recorded, proposed);
            } else if (recorded.event() instanceof ProposalConfirmed confirmed) {
                end(schema, recorded, confirmed.proposalId(), "confirmed", null);
            } else if (recorded.event() instanceof ProposalDeclined declined) {
                end(schema, recorded, declined.proposalId(), "declined", declined.reason());
            } else if (recorded.event() instanceof ProposalWithdrawn withdrawn) {
                end(schema, recorded, withdrawn.proposalId(), "withdrawn", withdrawn.reason());
            }
        }
    }

    private void propose(String schema, RecordedEvent recorded, CommandProposed proposed) {
        jdbc.update(
                """
                INSERT INTO %s.proposal (proposal_id, position, command, revision, payload, proposed_by, proposed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                proposed.proposalId(),
                recorded.position(),
                proposed.command(),
                proposed.revision(),
                proposed.payload(),
                proposed.proposedBy(),
                Timestamp.from(recorded.recordedAt()));
    }

    private void end(String schema, RecordedEvent recorded, String proposalId, String state, @Nullable String reason) {
        OneRow.change(
                jdbc,
                """
                UPDATE %s.proposal SET state = ?, ended_by = ?, ended_at = ?, reason = ? WHERE proposal_id = ?
                """.formatted(schema),
                state,
                recorded.metadata("actor"),
                Timestamp.from(recorded.recordedAt()),
                reason,
                proposalId);
    }
}
