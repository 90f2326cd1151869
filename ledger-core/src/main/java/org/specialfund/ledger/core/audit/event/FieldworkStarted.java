package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/** Fieldwork began. */
@EventType("audit.fieldwork-started")
public record FieldworkStarted(String auditNo, LocalDate effectiveDate) implements AuditEvent {}
