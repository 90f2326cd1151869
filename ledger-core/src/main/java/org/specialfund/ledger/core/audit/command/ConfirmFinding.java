package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Confirms a finding of another person; a severe one suspends its allocations from that day on. */
@EventType("finding.confirm")
public record ConfirmFinding(String findingId, LocalDate effectiveDate, String reason) implements LedgerCommand {

    /** Checks the form. */
    public ConfirmFinding {
        new Form()
                .code("findingId", findingId)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
