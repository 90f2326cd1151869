package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.disbursement.DisbursementRefusals;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records, in one step, a payment that the treasury has already made.
 *
 * @param despite why it is to be accepted in spite of a bar or suspension; the approver's confirmation covers it
 */
@EventType("disbursement.record")
public record RecordDisbursement(
        String reference,
        String allocationNo,
        String payee,
        @Nullable String accountId,
        @Nullable String category,
        @Nullable String purpose,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String invoiceNo,
        @Nullable BigDecimal invoiceAmount,
        @Nullable Integer tranche,
        @Nullable String bankAccount,
        @Nullable String bankReference,
        @Nullable Integer bankLine,
        @Nullable String despite,
        BigDecimal amount,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public RecordDisbursement {
        new Form()
                .code("reference", reference)
                .code("allocationNo", allocationNo)
                .payee("payee", payee)
                .optionalCode("accountId", accountId)
                .optionalText("category", category)
                .optionalText("purpose", purpose)
                .optionalText("functionCode", functionCode)
                .optionalText("economicCode", economicCode)
                .optionalText("invoiceNo", invoiceNo)
                .optionalAmount("invoiceAmount", invoiceAmount)
                .optionalCode("bankAccount", bankAccount)
                .optionalCode("bankReference", bankReference)
                .optionalText("despite", despite)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .optionalDocument(documentRef, documentSha256)
                .that(invoiceNo != null || invoiceAmount == null, "invoiceAmount", "without-invoice")
                .that((bankAccount == null) == (bankReference == null), "bankReference", "with-bank-account-only")
                .that(bankLine == null || bankReference != null && bankLine >= 1, "bankLine", "out-of-range")
                .that(tranche == null || tranche >= 1 && tranche <= 50, "tranche", "out-of-range")
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.CLERK).confirmedBy(Role.APPROVER);
    }

    /** A negative amount is a return, and one that names no payment. */
    @Override
    public void checkSign() {
        Guard.that(amount.signum() >= 0, () -> Refusal.of(DisbursementRefusals.RETURN_NAMES_NO_PAYMENT)
                .with("requested", amount));
        MovesMoney.super.checkSign();
        Amounts.checkPositive(invoiceAmount);
    }
}
