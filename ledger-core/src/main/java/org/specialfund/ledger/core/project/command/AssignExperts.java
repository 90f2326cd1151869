package org.specialfund.ledger.core.project.command;

import java.util.List;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.project.event.Expert;
import org.specialfund.ledger.core.shared.Role;

/** Asks experts to review a project, besides those asked before. */
@EventType("project.assign-experts")
public record AssignExperts(String projectNo, List<Expert> experts) implements LedgerCommand {

    private static final int MOST = 50;

    /** Checks the form. */
    public AssignExperts {
        experts = experts == null ? List.of() : List.copyOf(experts);
        Form form = new Form()
                .code("projectNo", projectNo)
                .list("experts", experts, MOST)
                .distinct("experts", experts.stream().map(Expert::person).toList());
        experts.forEach(expert -> {
            form.code("experts.person", expert.person());
            if (expert.unit() != null) {
                form.payee("experts.unit", expert.unit());
            }
        });
        form.check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER);
    }
}
