package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Notes that the due date passed and no correction was submitted.
 *
 * @param dueDate the date that passed
 */
@EventType("finding.escalate")
public record EscalateFinding(String findingId, LocalDate dueDate) implements LedgerCommand {

    /** Checks the form. */
    public EscalateFinding {
        new Form().code("findingId", findingId).date("dueDate", dueDate).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
