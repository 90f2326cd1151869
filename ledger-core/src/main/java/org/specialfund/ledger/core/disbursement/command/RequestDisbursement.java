package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Role;

/**
 * Requests a payment (申请).
 *
 * @param category null takes the allocation's
 * @param invoiceAmount null takes the registered amount, or this payment's where the invoice is new
 * @param tranche needed where the allocation pays by tranches
 */
@EventType("disbursement.request")
public record RequestDisbursement(
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
        BigDecimal amount,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public RequestDisbursement {
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
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .optionalDocument(documentRef, documentSha256)
                .that(invoiceNo != null || invoiceAmount == null, "invoiceAmount", "without-invoice")
                .that(tranche == null || tranche >= 1 && tranche <= 50, "tranche", "out-of-range")
                .check();
    }

    @Override
    public void checkSign() {
        MovesMoney.super.checkSign();
        Amounts.checkPositive(invoiceAmount);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT, Role.CLERK);
    }
}
