package org.specialfund.ledger.core.allocation.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Confirms that a tranche's condition is met; by another person than who agreed it. */
@EventType("allocation.confirm-tranche-condition")
public record ConfirmTrancheCondition(
        String allocationNo,
        int tranche,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public ConfirmTrancheCondition {
        new Form()
                .code("allocationNo", allocationNo)
                .document(documentRef, documentSha256)
                .range("tranche", tranche, 1, 50)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.REVIEWER, Role.APPROVER);
    }
}
