package org.specialfund.ledger.core.allocation.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Takes unspent money of an allocation back by document (收回). */
@EventType("allocation.reclaim")
public record ReclaimAllocation(
        String allocationNo,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ReclaimAllocation {
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
