package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The evidence that what was delivered is secure was taken in (网络安全). */
@EventType("project.security-evidence-recorded")
public record SecurityEvidenceRecorded(
        String projectNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements ProjectEvent {}
