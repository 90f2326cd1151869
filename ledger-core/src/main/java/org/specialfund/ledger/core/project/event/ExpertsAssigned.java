package org.specialfund.ledger.core.project.event;

import java.util.List;
import org.specialfund.ledger.core.posting.EventType;

/** Experts were asked to review a project, besides those asked before. */
@EventType("project.experts-assigned")
public record ExpertsAssigned(String projectNo, List<Expert> experts) implements ProjectEvent {}
