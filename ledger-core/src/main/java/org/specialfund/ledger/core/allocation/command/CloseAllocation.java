package org.specialfund.ledger.core.allocation.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Closes an allocation that has nothing left. */
@EventType("allocation.close")
public record CloseAllocation(
        String allocationNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public CloseAllocation {
        new Form()
                .code("allocationNo", allocationNo)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
