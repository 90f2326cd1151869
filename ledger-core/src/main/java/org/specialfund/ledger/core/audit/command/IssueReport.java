package org.specialfund.ledger.core.audit.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/** Issues the report: every finding is confirmed or withdrawn. */
@EventType("audit.issue-report")
public record IssueReport(
        String auditNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements LedgerCommand {

    /** Checks the form. */
    public IssueReport {
        new Form()
                .code("auditNo", auditNo)
                .date("effectiveDate", effectiveDate)
                .document(documentRef, documentSha256)
                .check();
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.AUDITOR, Role.INSPECTOR);
    }
}
