package org.specialfund.ledger.core.disbursement.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Reverses a payment's entry, whole (冲正). */
@EventType("disbursement.reverse")
public record ReverseDisbursement(
        String reference,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public ReverseDisbursement {
        new Form()
                .code("reference", reference)
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
