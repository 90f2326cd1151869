package org.specialfund.ledger.core.fundyear.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Closes a year's book for ever. */
@EventType("fund-year.close")
public record CloseYear(
        String fundCode,
        int year,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public CloseYear {
        new Form()
                .code("fundCode", fundCode)
                .year("year", year)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
