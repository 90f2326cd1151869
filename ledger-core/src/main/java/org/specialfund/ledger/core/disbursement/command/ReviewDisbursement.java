package org.specialfund.ledger.core.disbursement.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Reviews a request (审核). */
@EventType("disbursement.review")
public record ReviewDisbursement(String reference) implements LedgerCommand {
    /** Checks the form. */
    public ReviewDisbursement {
        new Form().code("reference", reference).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.REVIEWER);
    }
}
