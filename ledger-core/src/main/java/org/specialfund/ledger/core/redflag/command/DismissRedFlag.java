package org.specialfund.ledger.core.redflag.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Dismisses a flag. Only by somebody who did not act in the events that it rests on. */
@EventType("red-flag.dismiss")
public record DismissRedFlag(String rule, int version, String subject, String reason) implements LedgerCommand {

    /** Checks the form. */
    public DismissRedFlag {
        new Form()
                .code("rule", rule)
                .range("version", version, 1, 999)
                .text("subject", subject)
                .text("reason", reason)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.INSPECTOR, Role.AUDITOR);
    }
}
