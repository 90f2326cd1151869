package org.specialfund.ledger.core.proposal.event;

import org.specialfund.ledger.core.posting.EventType;

/** The proposer withdrew the proposal. */
@EventType("proposal.withdrawn")
public record ProposalWithdrawn(String proposalId, String reason) implements ProposalEvent {}
