package org.specialfund.ledger.core.project.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Withdraws an application that is not decided yet. */
@EventType("project.withdraw")
public record WithdrawProject(String projectNo, String reason) implements LedgerCommand {
    /** Checks the form. */
    public WithdrawProject {
        new Form().code("projectNo", projectNo).text("reason", reason).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT);
    }
}
