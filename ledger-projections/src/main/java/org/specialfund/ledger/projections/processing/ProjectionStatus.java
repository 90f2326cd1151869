package org.specialfund.ledger.projections.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is.
 *
 * @param position the greatest position applied
 * @param gaps how many lower positions may still come
 * @param head the greatest position recorded
 * @param failure why it stands still; null while it works
 */
public record ProjectionStatus(
        String name,
        long position,
        int gaps,
        long head,
        @Nullable Failure failure) {

    /** How many positions it is behind. */
    public long lag() {
        return Math.max(0, head - position);
    }

    /**
     * Why a projection stands still. It tries again, ever more slowly, until it succeeds.
     *
     * @param position of the event that it cannot apply; null where no single event is to blame
     * @param type of that event; null where unknown
     * @param error of what class, and its message
     * @param since when it was first met, by this machine's clock
     */
    public record Failure(@Nullable Long position, @Nullable String type, String error, Instant since) {}
}
