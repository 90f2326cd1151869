package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.disbursement.RecoveryId;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Records demanded money that came back. */
@EventType("disbursement.receive-recovery")
public record ReceiveRecovery(
        String recoveryId,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ReceiveRecovery {
        new Form()
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .that(RecoveryId.isOne(recoveryId), "recoveryId", "invalid-code")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK, Role.TREASURY).confirmedBy(Role.REVIEWER, Role.APPROVER);
    }
}
