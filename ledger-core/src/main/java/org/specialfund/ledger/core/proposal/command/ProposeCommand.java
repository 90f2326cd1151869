package org.specialfund.ledger.core.proposal.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Proposes a command; it is refused at once where the ledger would refuse it now. Who may propose is the command's matter. */
@EventType("proposal.propose")
public record ProposeCommand(String proposalId, LedgerCommand command) implements LedgerCommand {
    /** Checks the form. */
    public ProposeCommand {
        new Form()
                .code("proposalId", proposalId)
                .that(command != null, "command", "required")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER, Role.LEADER, Role.UNIT, Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.TREASURY);
    }
}
