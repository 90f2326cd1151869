package org.specialfund.ledger.core.violations;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.shared.Role;

/** A command that is a class, has no stored name and lies in the wrong place. */
final class NotACommandRecord implements LedgerCommand {

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK);
    }
}
