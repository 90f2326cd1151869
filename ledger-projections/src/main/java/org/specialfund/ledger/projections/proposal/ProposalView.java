package org.specialfund.ledger.projections.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal.
 *
 * @param command stored name of the proposed command
 * @param payload the command as JSON
 * @param state {@code waiting}, {@code confirmed}, {@code declined} or {@code withdrawn}
 * @param endedBy who confirmed, declined or withdrew it; null while it waits
 * @param reason why it was declined or withdrawn; else null
 */
public record ProposalView(
        String proposalId,
        long position,
        String command,
        String revision,
        String payload,
        String proposedBy,
        Instant proposedAt,
        String state,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String reason) {}
