package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The audited unit responded to the finding. */
@EventType("finding.responded")
public record FindingResponded(
        String findingId,
        String response,
        @Nullable String documentRef,
        @Nullable String documentSha256) implements FindingEvent {}
