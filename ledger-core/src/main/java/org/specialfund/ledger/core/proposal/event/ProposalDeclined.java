package org.specialfund.ledger.core.proposal.event;

import org.specialfund.ledger.core.posting.EventType;

/** A second person declined the proposal. */
@EventType("proposal.declined")
public record ProposalDeclined(String proposalId, String reason) implements ProposalEvent {}
