package org.specialfund.ledger.core.disbursement.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Approves a reviewed request (核准): the approver, then at or above the fund's threshold the leader. */
@EventType("disbursement.approve")
public record ApproveDisbursement(String reference) implements LedgerCommand {
    /** Checks the form. */
    public ApproveDisbursement {
        new Form().code("reference", reference).check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.APPROVER, Role.LEADER);
    }
}
