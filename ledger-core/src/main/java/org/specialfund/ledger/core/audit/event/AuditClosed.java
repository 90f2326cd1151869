package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/** The audit was closed; every finding was withdrawn, cleared or referred by then. */
@EventType("audit.closed")
public record AuditClosed(String auditNo, LocalDate effectiveDate, String reason) implements AuditEvent {}
