package org.specialfund.ledger.projections.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not take and has set aside, or one that waits behind such an event of its stream.
 *
 * @param type its stored name
 * @param error why it could not be taken; null where it only waits
 * @param since when it was set aside, by the database's clock
 * @param attempts how often it was tried; 0 where it only waits
 */
public record DeadLetter(
        String projection,
        long position,
        String eventId,
        String stream,
        String type,
        @Nullable String error,
        Instant since,
        int attempts) {}
