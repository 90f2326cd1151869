package org.specialfund.ledger.core.allocation.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Carries unspent money into a new allocation of the next year (结转); both legs bear that year's first day.
 *
 * @param authorisingDocument needed for money unspent for two consecutive years
 */
@EventType("allocation.carry-over")
public record CarryOverAllocation(
        String allocationNo,
        String toAllocationNo,
        BigDecimal amount,
        @Nullable String authorisingDocument,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public CarryOverAllocation {
        new Form()
                .code("allocationNo", allocationNo)
                .code("toAllocationNo", toAllocationNo)
                .amount("amount", amount)
                .optionalText("authorisingDocument", authorisingDocument)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }
}
