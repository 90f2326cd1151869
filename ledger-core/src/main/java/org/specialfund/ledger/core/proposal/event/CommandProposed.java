package org.specialfund.ledger.core.proposal.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A command was proposed and waits for a second person.
 *
 * @param command stored name of the command
 * @param payload the command as JSON
 * @param proposedBy opaque person id
 * @param proposerRoles in which the proposer proposed
 */
@EventType("proposal.proposed")
public record CommandProposed(
        String proposalId,
        String command,
        String revision,
        String payload,
        String proposedBy,
        List<String> proposerRoles,
        @Nullable String proposerUnit)
        implements ProposalEvent {}
