package org.specialfund.ledger.core.fundyear.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Opens the book of a fund for a fiscal year; its days follow from the fund's rules.
 *
 * @param year the calendar year in which the fiscal year ends
 */
@EventType("fund-year.open")
public record OpenYear(
        String fundCode,
        int year,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public OpenYear {
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
