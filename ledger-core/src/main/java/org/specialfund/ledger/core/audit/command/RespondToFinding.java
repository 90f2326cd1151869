package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Responds to a finding, for the audited unit. */
@EventType("finding.respond")
public record RespondToFinding(
        String findingId,
        String response,
        @Nullable String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public RespondToFinding {
        new Form()
                .code("findingId", findingId)
                .text("response", response)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT);
    }
}
