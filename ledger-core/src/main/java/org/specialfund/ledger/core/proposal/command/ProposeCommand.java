package org.specialfund.ledger.core.proposal.command;

import java.util.Set;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Proposes a command; it is refused at once where the ledger would refuse it now. Who may propose is the command's
 * matter.
 */
@EventType("proposal.propose")
public record ProposeCommand(String proposalId, LedgerCommand command) implements LedgerCommand {
    /** Checks the form. */
    public ProposeCommand {
        new Form()
                .code("proposalId", proposalId)
                .that(command != null, "command", "required")
                .that(!(command instanceof ProposeCommand), "command", "unknown-word")
                .check();
    }

    @Override
    public Duty duty() {
        return new Duty(command.duty().first(), Set.of());
    }
}
