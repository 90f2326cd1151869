package org.specialfund.ledger.core.payee.command;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Proposes a bank account for a payee; the number itself is kept elsewhere, encrypted. */
@EventType("payee.propose-account")
public record ProposeAccount(
        String payee,
        String accountId,
        String accountHash,
        String lastFour,
        @Nullable String bank) implements LedgerCommand {
    /** Checks the form. */
    public ProposeAccount {
        new Form()
                .payee("payee", payee)
                .code("accountId", accountId)
                .code("accountHash", accountHash)
                .code("lastFour", lastFour)
                .optionalText("bank", bank)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK);
    }
}
