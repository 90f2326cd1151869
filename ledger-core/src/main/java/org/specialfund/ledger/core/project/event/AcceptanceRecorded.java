package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** What the project was to deliver was accepted (验收). */
@EventType("project.acceptance-recorded")
public record AcceptanceRecorded(
        String projectNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements ProjectEvent {}
