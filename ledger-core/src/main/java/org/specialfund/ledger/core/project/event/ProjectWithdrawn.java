package org.specialfund.ledger.core.project.event;

import org.specialfund.ledger.core.posting.EventType;

/** The unit withdrew its application. */
@EventType("project.withdrawn")
public record ProjectWithdrawn(String projectNo, String reason) implements ProjectEvent {}
