package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Begins fieldwork. */
@EventType("audit.start-fieldwork")
public record StartFieldwork(String auditNo, LocalDate effectiveDate) implements LedgerCommand {

    /** Checks the form. */
    public StartFieldwork {
        new Form().code("auditNo", auditNo).date("effectiveDate", effectiveDate).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
