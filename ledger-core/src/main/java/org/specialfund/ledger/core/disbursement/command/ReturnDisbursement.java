package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records paid money that came back (退回), on the day it came back.
 *
 * @param kind {@code bounced} by the bank (退票) or {@code refunded} by the payee (退款)
 */
@EventType("disbursement.return")
public record ReturnDisbursement(
        String reference,
        String kind,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ReturnDisbursement {
        new Form()
                .code("reference", reference)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .oneOf("kind", kind, List.of("bounced", "refunded"))
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK, Role.TREASURY).confirmedBy(Role.REVIEWER, Role.APPROVER);
    }
}
