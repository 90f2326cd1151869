package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Rejects a project that is not decided yet, for ever. */
@EventType("project.reject")
public record RejectProject(
        String projectNo,
        String reason,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public RejectProject {
        new Form()
                .code("projectNo", projectNo)
                .text("reason", reason)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);
    }
}
