package org.specialfund.ledger.core.reconciliation.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Signs a month as the second person, which locks it for ever. */
@EventType("reconciliation.countersign")
public record CountersignReconciliation(String fundCode, int year, String month) implements LedgerCommand {

    /** Checks the form. */
    public CountersignReconciliation {
        MonthName.check(new Form(), fundCode, year, month).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.APPROVER);
    }
}
