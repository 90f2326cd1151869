package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Plans a milestone, plans it anew, or records that it was reached.
 *
 * @param milestone its code within the project
 * @param reachedOn null while it is only planned
 */
@EventType("project.record-milestone")
public record RecordMilestone(
        String projectNo,
        String milestone,
        String title,
        LocalDate plannedOn,
        @Nullable LocalDate reachedOn,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {
    /** Checks the form. */
    public RecordMilestone {
        new Form()
                .code("projectNo", projectNo)
                .code("milestone", milestone)
                .text("title", title)
                .date("plannedOn", plannedOn)
                .optionalDate("reachedOn", reachedOn)
                .optionalDocument(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.UNIT, Role.PLANNER);
    }
}
