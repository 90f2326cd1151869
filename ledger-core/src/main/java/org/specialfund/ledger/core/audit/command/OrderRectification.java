package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Tells the unit to correct what was found, or gives it another date for it (整改). */
@EventType("finding.order-rectification")
public record OrderRectification(
        String findingId,
        String demand,
        LocalDate dueDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {

    /** Checks the form. */
    public OrderRectification {
        new Form()
                .code("findingId", findingId)
                .text("demand", demand)
                .date("dueDate", dueDate)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
