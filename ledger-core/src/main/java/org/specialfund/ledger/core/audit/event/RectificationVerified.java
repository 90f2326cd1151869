package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/** The correction was verified (销号): the finding is cleared, and suspends nothing any more. */
@EventType("finding.rectification-verified")
public record RectificationVerified(String findingId, LocalDate effectiveDate, String reason) implements FindingEvent {}
