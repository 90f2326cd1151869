package org.specialfund.ledger.core.proposal.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Confirms a proposal of another person, and carries it out. Who may confirm is the command's matter. */
@EventType("proposal.confirm")
public record ConfirmProposal(String proposalId) implements LedgerCommand {
    /** Checks the form. */
    public ConfirmProposal {
        new Form().code("proposalId", proposalId).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER, Role.LEADER, Role.UNIT, Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.TREASURY);
    }
}
