package org.specialfund.ledger.core.payee.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Verifies a proposed bank account; by another person than who proposed it. */
@EventType("payee.verify-account")
public record VerifyAccount(
        String payee,
        String accountId,
        @Nullable String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public VerifyAccount {
        new Form()
                .payee("payee", payee)
                .code("accountId", accountId)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.REVIEWER, Role.APPROVER);
    }
}
