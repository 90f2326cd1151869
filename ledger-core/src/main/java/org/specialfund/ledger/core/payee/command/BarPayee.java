package org.specialfund.ledger.core.payee.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Bars payments to a payee. */
@EventType("payee.bar")
public record BarPayee(
        String payee,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public BarPayee {
        new Form()
                .payee("payee", payee)
                .date("from", from)
                .optionalDate("to", to)
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .that(to == null || from == null || !to.isBefore(from), "to", "before-start")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
