package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Allows fieldwork to start before the notice has run: an exception, by a leader who is not of the team. */
@EventType("audit.approve-short-notice")
public record ApproveShortNotice(
        String auditNo,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public ApproveShortNotice {
        new Form()
                .code("auditNo", auditNo)
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.LEADER);
    }
}
