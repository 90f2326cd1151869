package org.specialfund.ledger.core.allocation.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Stops payments of an allocation from a day on. One person is enough: stopping must be quick. */
@EventType("allocation.suspend")
public record SuspendAllocation(
        String allocationNo,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public SuspendAllocation {
        new Form()
                .code("allocationNo", allocationNo)
                .code("cause", cause)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.LEADER, Role.APPROVER);
    }
}
