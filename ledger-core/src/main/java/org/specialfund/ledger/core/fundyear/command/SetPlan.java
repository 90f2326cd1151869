package org.specialfund.ledger.core.fundyear.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Role;

/**
 * Approves the year's investment plan, or revises it as a whole.
 *
 * @param expectedVersion the version of the plan that this replaces, as the proposer saw it, 0 where there is
 *     none; null where it does not matter. A race is decided by the aggregate
 */
@EventType(value = "fund-year.set-plan", revision = "2")
public record SetPlan(
        String fundCode,
        int year,
        List<PlanLine> lines,
        String documentRef,
        @Nullable String documentSha256,
        @Nullable Integer expectedVersion)
        implements LedgerCommand {
    /** Checks the form. */
    public SetPlan {
        lines = lines == null ? List.of() : List.copyOf(lines);
        Form form = new Form()
                .code("fundCode", fundCode)
                .year("year", year)
                .document(documentRef, documentSha256)
                .list("lines", lines, 500);
        lines.forEach(line -> form.code("lines.line", line.line())
                .optionalText("lines.category", line.category())
                .amount("lines.ceiling", line.ceiling()));
        form.distinct("lines", lines.stream().map(PlanLine::line).toList()).check();
    }

    @Override
    public void checkSign() {
        lines.forEach(line -> Amounts.checkPositive(line.ceiling()));
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);
    }
}
