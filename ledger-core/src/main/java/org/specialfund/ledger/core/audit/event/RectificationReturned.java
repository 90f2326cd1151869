package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The correction does not do; the duty stands.
 *
 * @param dueDate the last day for it, as before or a new one
 */
@EventType("finding.rectification-returned")
public record RectificationReturned(String findingId, String reason, LocalDate dueDate) implements FindingEvent {}
