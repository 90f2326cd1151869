package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Records the review of the expert who gives the command.
 *
 * @param score 0 to 100
 */
@EventType("project.record-review")
public record RecordReview(String projectNo, int score, String opinion, LocalDate effectiveDate)
        implements LedgerCommand {
    /** Checks the form. */
    public RecordReview {
        new Form()
                .code("projectNo", projectNo)
                .range("score", score, 0, 100)
                .text("opinion", opinion)
                .date("effectiveDate", effectiveDate)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.EXPERT);
    }
}
