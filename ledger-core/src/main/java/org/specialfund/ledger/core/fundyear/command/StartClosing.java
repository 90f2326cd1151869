package org.specialfund.ledger.core.fundyear.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Bars new issues, requests, increases and appropriations of a year (年终整理期). */
@EventType("fund-year.start-closing")
public record StartClosing(
        String fundCode,
        int year,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public StartClosing {
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
