package org.specialfund.ledger.core.fund.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Closes a fund whose years are all closed. */
@EventType("fund.close")
public record CloseFund(
        String fundCode,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public CloseFund {
        new Form()
                .code("fundCode", fundCode)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);
    }
}
