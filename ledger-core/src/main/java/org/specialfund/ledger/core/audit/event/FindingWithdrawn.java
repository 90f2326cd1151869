package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/** The finding was withdrawn; if it suspended allocations, it does no longer. */
@EventType("finding.withdrawn")
public record FindingWithdrawn(String findingId, LocalDate effectiveDate, String reason) implements FindingEvent {}
