package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Reverses a payment's entry and records what it should have been, together (更正).
 *
 * @param effectiveDate of the new entry; the reversal bears the old one's
 */
@EventType("disbursement.correct")
public record CorrectDisbursement(
        String reference,
        String reason,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public CorrectDisbursement {
        new Form()
                .code("reference", reference)
                .text("reason", reason)
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
