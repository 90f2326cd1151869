package org.specialfund.ledger.core.proposal.event;

import org.specialfund.ledger.core.posting.EventType;

/** A second person confirmed the proposal; its effect is in the same unit of work. */
@EventType("proposal.confirmed")
public record ProposalConfirmed(String proposalId) implements ProposalEvent {}
