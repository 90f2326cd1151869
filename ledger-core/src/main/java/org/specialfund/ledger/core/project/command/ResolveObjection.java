package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.project.ObjectionId;
import org.specialfund.ledger.core.shared.Role;

/** Decides an objection; an upheld one bars approval until a new review and a new notice. */
@EventType("project.resolve-objection")
public record ResolveObjection(
        String objectionId,
        boolean upheld,
        String reason,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public ResolveObjection {
        new Form()
                .that(ObjectionId.isOne(objectionId), "objectionId", "invalid-code")
                .text("reason", reason)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER, Role.LEADER);
    }
}
