package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;

/**
 * An expert reviewed a project.
 *
 * @param round counted from 1; an upheld objection begins the next
 * @param expert opaque person id
 * @param score 0 to 100
 */
@EventType("project.review-recorded")
public record ReviewRecorded(
        String projectNo, int round, String expert, int score, String opinion, LocalDate effectiveDate)
        implements ProjectEvent {}
