package org.specialfund.ledger.core.disbursement.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records that the treasury paid an approved request (支付完成).
 *
 * @param amount at most what is held; null pays all of it
 * @param bankLine line of a bank reference that pays several, from 1
 */
@EventType("disbursement.settle")
public record SettleDisbursement(
        String reference,
        @Nullable BigDecimal amount,
        String bankAccount,
        String bankReference,
        int bankLine,
        LocalDate paidOn,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public SettleDisbursement {
        new Form()
                .code("reference", reference)
                .optionalAmount("amount", amount)
                .code("bankAccount", bankAccount)
                .code("bankReference", bankReference)
                .date("paidOn", paidOn)
                .optionalDocument(documentRef, documentSha256)
                .range("bankLine", bankLine, 1, 100_000)
                .check();
    }

    @Override
    public void checkSign() {
        Amounts.checkPositive(amount);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.TREASURY);
    }
}
