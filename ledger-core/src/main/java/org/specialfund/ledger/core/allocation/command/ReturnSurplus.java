package org.specialfund.ledger.core.allocation.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Gives back money that is no longer needed (结余); the fund's rules say where it goes. */
@EventType("allocation.return-surplus")
public record ReturnSurplus(
        String allocationNo,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ReturnSurplus {
        new Form()
                .code("allocationNo", allocationNo)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
