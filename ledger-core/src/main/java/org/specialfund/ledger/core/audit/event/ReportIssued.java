package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The report was issued; every finding was confirmed or withdrawn by then. */
@EventType("audit.report-issued")
public record ReportIssued(
        String auditNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements AuditEvent {}
