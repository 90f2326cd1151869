package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** A project was rejected for ever. */
@EventType("project.rejected")
public record ProjectRejected(
        String projectNo,
        String reason,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements ProjectEvent {}
