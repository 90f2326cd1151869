package org.specialfund.ledger.core.project.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Records that what the project was to deliver was accepted (验收). */
@EventType("project.record-acceptance")
public record RecordAcceptance(
        String projectNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {
    /** Checks the form. */
    public RecordAcceptance {
        new Form()
                .code("projectNo", projectNo)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.PLANNER);
    }
}
