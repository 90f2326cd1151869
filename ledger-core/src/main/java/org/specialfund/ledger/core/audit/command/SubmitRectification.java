package org.specialfund.ledger.core.audit.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Reports the correction, for the audited unit. */
@EventType("finding.submit-rectification")
public record SubmitRectification(
        String findingId,
        String statement,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public SubmitRectification {
        new Form()
                .code("findingId", findingId)
                .text("statement", statement)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT);
    }
}
