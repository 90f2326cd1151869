package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Somebody objected during the notice.
 *
 * @param objectionId project, colon, number from 1
 * @param raisedBy opaque person id
 * @param unit payee id of the objector's unit; null where it is the office's own person
 */
@EventType("project.objection-raised")
public record ObjectionRaised(
        String projectNo,
        String objectionId,
        String grounds,
        String raisedBy,
        @Nullable String unit,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
