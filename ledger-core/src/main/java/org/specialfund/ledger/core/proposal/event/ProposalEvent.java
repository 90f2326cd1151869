package org.specialfund.ledger.core.proposal.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a proposal. */
public sealed interface ProposalEvent extends LedgerEvent
        permits CommandProposed, ProposalConfirmed, ProposalDeclined, ProposalWithdrawn {

    /** Names the proposal. */
    String proposalId();
}
