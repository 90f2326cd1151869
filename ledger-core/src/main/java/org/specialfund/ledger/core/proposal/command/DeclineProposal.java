package org.specialfund.ledger.core.proposal.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Declines a proposal of another person. Only who could confirm the proposed command may decline it. */
@EventType("proposal.decline")
public record DeclineProposal(String proposalId, String reason) implements LedgerCommand {
    /** Checks the form. */
    public DeclineProposal {
        new Form().text("reason", reason).code("proposalId", proposalId).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER, Role.LEADER, Role.UNIT, Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.TREASURY);
    }
}
