package org.specialfund.ledger.core.disbursement.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Moves a payment to the payee that was really paid. */
@EventType("disbursement.correct-payee")
public record CorrectPayee(
        String reference,
        String toPayee,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public CorrectPayee {
        new Form()
                .code("reference", reference)
                .payee("toPayee", toPayee)
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
