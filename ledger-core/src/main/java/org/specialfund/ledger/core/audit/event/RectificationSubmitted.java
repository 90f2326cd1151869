package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The unit reported the correction. */
@EventType("finding.rectification-submitted")
public record RectificationSubmitted(
        String findingId,
        String statement,
        String submittedBy,
        String documentRef,
        @Nullable String documentSha256) implements FindingEvent {}
