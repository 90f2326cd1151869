package org.specialfund.ledger.core.redflag.event;

import org.specialfund.ledger.core.posting.EventType;

/** Somebody who did not act in it looked at the flag and found nothing wrong; who is in the metadata. */
@EventType("red-flag.dismissed")
public record RedFlagDismissed(String flagId, String rule, int version, String subject, String reason)
        implements RedFlagEvent {}
