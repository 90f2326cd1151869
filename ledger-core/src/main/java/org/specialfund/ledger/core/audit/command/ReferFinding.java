package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Hands a confirmed finding to another authority (移送). */
@EventType("finding.refer")
public record ReferFinding(
        String findingId,
        String authority,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public ReferFinding {
        new Form()
                .code("findingId", findingId)
                .text("authority", authority)
                .text("reason", reason)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
