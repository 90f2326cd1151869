package org.specialfund.ledger.core.redflag.event;

import org.specialfund.ledger.core.posting.EventType;

/** A finding was raised out of the flag, in the same unit of work; it rests on the flag's events. */
@EventType("red-flag.converted")
public record RedFlagConverted(
        String flagId, String rule, int version, String subject, String auditNo, String findingId)
        implements RedFlagEvent {}
