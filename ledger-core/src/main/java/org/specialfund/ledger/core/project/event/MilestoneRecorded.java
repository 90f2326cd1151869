package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A milestone was planned, planned anew, or reached.
 *
 * @param milestone its code within the project
 * @param reachedOn null while it is only planned
 */
@EventType("project.milestone-recorded")
public record MilestoneRecorded(
        String projectNo,
        String milestone,
        String title,
        LocalDate plannedOn,
        @Nullable LocalDate reachedOn,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
