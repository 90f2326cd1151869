package org.specialfund.ledger.core.project.event;

import org.specialfund.ledger.core.posting.EventType;

/**
 * An expert does not review the project any more.
 *
 * @param expert opaque person id
 */
@EventType("project.expert-recused")
public record ExpertRecused(String projectNo, String expert, String reason) implements ProjectEvent {}
