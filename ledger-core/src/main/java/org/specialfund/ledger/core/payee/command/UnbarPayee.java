package org.specialfund.ledger.core.payee.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Lifts every standing bar of a payee. */
@EventType("payee.unbar")
public record UnbarPayee(
        String payee,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public UnbarPayee {
        new Form()
                .payee("payee", payee)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
