package org.specialfund.ledger.core.audit.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The finding was handed to another authority (移送); what it suspends stays suspended. */
@EventType("finding.referred")
public record FindingReferred(
        String findingId,
        String authority,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements FindingEvent {}
