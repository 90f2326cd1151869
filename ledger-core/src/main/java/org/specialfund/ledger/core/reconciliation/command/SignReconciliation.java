package org.specialfund.ledger.core.reconciliation.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Signs a month of which everything is matched or explained, as the first of two people. */
@EventType("reconciliation.sign")
public record SignReconciliation(String fundCode, int year, String month) implements LedgerCommand {

    /** Checks the form. */
    public SignReconciliation {
        MonthName.check(new Form(), fundCode, year, month).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.CLERK, Role.TREASURY);
    }
}
