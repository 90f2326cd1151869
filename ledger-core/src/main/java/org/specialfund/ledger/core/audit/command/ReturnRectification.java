package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Sends the correction back.
 *
 * @param dueDate a new last day for it; null for the one before
 */
@EventType("finding.return-rectification")
public record ReturnRectification(
        String findingId, String reason, @Nullable LocalDate dueDate) implements LedgerCommand {

    /** Checks the form. */
    public ReturnRectification {
        new Form()
                .code("findingId", findingId)
                .text("reason", reason)
                .optionalDate("dueDate", dueDate)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
