package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Closes the audit: every finding is withdrawn, cleared or referred. */
@EventType("audit.close")
public record CloseAudit(String auditNo, LocalDate effectiveDate, String reason) implements LedgerCommand {

    /** Checks the form. */
    public CloseAudit {
        new Form()
                .code("auditNo", auditNo)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
