package org.specialfund.ledger.core.audit.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The unit was told to correct what was found.
 *
 * @param demand what is to be corrected
 * @param dueDate the last day for it
 * @param orderedBy opaque person id
 */
@EventType("finding.rectification-ordered")
public record RectificationOrdered(
        String findingId,
        String demand,
        LocalDate dueDate,
        String orderedBy,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements FindingEvent {}
