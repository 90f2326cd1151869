package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Withdraws a finding; what it suspends is free from that day on. */
@EventType("finding.withdraw")
public record WithdrawFinding(String findingId, LocalDate effectiveDate, String reason) implements LedgerCommand {

    /** Checks the form. */
    public WithdrawFinding {
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
