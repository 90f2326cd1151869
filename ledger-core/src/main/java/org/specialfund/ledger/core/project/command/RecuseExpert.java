package org.specialfund.ledger.core.project.command;

import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records that an expert does not review the project: the expert's own word, or the planner's who learned of a tie.
 *
 * @param expert opaque person id
 */
@EventType("project.recuse-expert")
public record RecuseExpert(String projectNo, String expert, String reason) implements LedgerCommand {
    /** Checks the form. */
    public RecuseExpert {
        new Form()
                .code("projectNo", projectNo)
                .code("expert", expert)
                .text("reason", reason)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.EXPERT, Role.PLANNER);
    }
}
