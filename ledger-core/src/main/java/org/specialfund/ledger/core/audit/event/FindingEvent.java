package org.specialfund.ledger.core.audit.event;

/** Everything that can happen to a finding. */
public sealed interface FindingEvent extends AuditEvent
        permits FindingConfirmed,
                FindingEscalated,
                FindingRaised,
                FindingReferred,
                FindingResponded,
                FindingWithdrawn,
                RectificationOrdered,
                RectificationReturned,
                RectificationSubmitted,
                RectificationVerified {

    /** Names the finding. */
    String findingId();
}
