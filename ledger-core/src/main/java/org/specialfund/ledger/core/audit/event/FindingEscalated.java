package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/** The due date passed and no correction was submitted; noted once a due date. */
@EventType("finding.escalated")
public record FindingEscalated(String findingId, LocalDate dueDate) implements FindingEvent {}
