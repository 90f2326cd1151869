package org.specialfund.ledger.core.disbursement.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Cancels a request (撤销); its money is available again. */
@EventType("disbursement.cancel")
public record CancelDisbursement(String reference, LocalDate effectiveDate, String reason) implements LedgerCommand {
    /** Checks the form. */
    public CancelDisbursement {
        new Form()
                .code("reference", reference)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT, Role.CLERK);
    }
}
