package org.specialfund.ledger.core.allocation.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Role;

/**
 * Agrees the parts and conditions of an allocation, or agrees them anew.
 *
 * @param expectedVersion how often they were agreed before, as the actor saw it, 0 for never; null where it
 *     does not matter. A race is decided by the aggregate
 */
@EventType("allocation.agree-tranches")
public record AgreeTranches(
        String allocationNo,
        List<Tranche> tranches,
        String documentRef,
        @Nullable String documentSha256,
        @Nullable Integer expectedVersion)
        implements LedgerCommand {
    /** Checks the form. */
    public AgreeTranches {
        tranches = tranches == null ? List.of() : List.copyOf(tranches);
        Form form = new Form()
                .code("allocationNo", allocationNo)
                .document(documentRef, documentSha256)
                .list("tranches", tranches, 50);
        for (int i = 0; i < tranches.size(); i++) {
            Tranche tranche = tranches.get(i);
            form.that(tranche.number() == i + 1, "tranches.number", "not-in-order")
                    .amount("tranches.amount", tranche.amount())
                    .text("tranches.condition", tranche.condition());
        }
        form.check();
    }

    @Override
    public void checkSign() {
        tranches.forEach(tranche -> Amounts.checkPositive(tranche.amount()));
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER, Role.CLERK);
    }
}
