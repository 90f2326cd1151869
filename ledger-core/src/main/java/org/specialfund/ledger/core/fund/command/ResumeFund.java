package org.specialfund.ledger.core.fund.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Lifts one cause of a fund's suspension; the others stand. */
@EventType("fund.resume")
public record ResumeFund(
        String fundCode,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {

    /** Checks the form. */
    public ResumeFund {
        new Form()
                .code("fundCode", fundCode)
                .code("cause", cause)
                .date("effectiveDate", effectiveDate)
                .text("reason", reason)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER, Role.CLERK).confirmedBy(Role.LEADER);
    }
}
