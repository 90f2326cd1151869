package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * An objection was decided. Where it was upheld the project needs a new review and a new notice.
 *
 * @param resolvedBy opaque person id
 */
@EventType("project.objection-resolved")
public record ObjectionResolved(
        String projectNo,
        String objectionId,
        boolean upheld,
        String reason,
        String resolvedBy,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
