package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Objects to a project during its notice; a planner enters what the public objects.
 *
 * @param effectiveDate a day of the notice
 */
@EventType("project.raise-objection")
public record RaiseObjection(
        String projectNo,
        String grounds,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public RaiseObjection {
        new Form()
                .code("projectNo", projectNo)
                .text("grounds", grounds)
                .date("effectiveDate", effectiveDate)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT, Role.PLANNER);
    }
}
