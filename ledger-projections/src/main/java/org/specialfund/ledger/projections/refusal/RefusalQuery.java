package org.specialfund.ledger.projections.refusal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What refusals are wanted; null asks for all.
 *
 * @param causationId an import or proposal
 * @param from recorded then or later
 * @param until recorded before
 */
public record RefusalQuery(
        @Nullable String code,
        @Nullable String actor,
        @Nullable String fundCode,
        @Nullable String allocationNo,
        @Nullable String causationId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All refusals. */
    public static RefusalQuery all() {
        return new RefusalQuery(null, null, null, null, null, null, null);
    }
}
