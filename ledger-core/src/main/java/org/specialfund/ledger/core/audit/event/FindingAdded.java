package org.specialfund.ledger.core.audit.event;

import org.specialfund.ledger.core.posting.EventType;

/** A finding was raised in the audit: the partner of {@link FindingRaised}. */
@EventType("audit.finding-added")
public record FindingAdded(String auditNo, String findingId) implements AuditEvent {}
