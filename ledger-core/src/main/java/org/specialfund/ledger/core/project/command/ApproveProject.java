package org.specialfund.ledger.core.project.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.MovesMoney;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Approves a project.
 *
 * @param amount at most what was applied for
 * @param effectiveDate after the last day of its notice
 */
@EventType("project.approve")
public record ApproveProject(
        String projectNo,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements MovesMoney {
    /** Checks the form. */
    public ApproveProject {
        new Form()
                .code("projectNo", projectNo)
                .amount("amount", amount)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.proposedBy(Role.PLANNER).confirmedBy(Role.LEADER);
    }
}
