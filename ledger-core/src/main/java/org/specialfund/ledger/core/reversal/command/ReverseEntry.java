package org.specialfund.ledger.core.reversal.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Reverses an entry, whole (冲正): of a year, of an allocation, or a return, a recovery, a report of spending on a payment. Payments
 * themselves are reversed by their own command.
 *
 * @param entry the event to reverse, {@code stream@sequence}
 */
@EventType("reversal.reverse-entry")
public record ReverseEntry(
        String entry,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public ReverseEntry {
        new Form()
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .that(EventRef.isOne(entry), "entry", "invalid-code")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
