package org.specialfund.ledger.core.payee.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Records evidence of a qualification. */
@EventType("payee.record-qualification")
public record RecordQualification(
        String payee,
        String category,
        String qualification,
        @Nullable LocalDate validTo,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public RecordQualification {
        new Form()
                .payee("payee", payee)
                .text("category", category)
                .optionalDate("validTo", validTo)
                .document(documentRef, documentSha256)
                .text("qualification", qualification)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK, Role.PLANNER);
    }
}
