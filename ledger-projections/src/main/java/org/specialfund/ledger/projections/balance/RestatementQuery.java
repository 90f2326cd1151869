package org.specialfund.ledger.projections.balance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Page;

/**
 * Which change is asked for: of what counts as of a day, between two states of knowledge.
 *
 * @param asOf only what counts on that day or before; null for all days
 * @param knownFrom position; 0 for nothing known yet, so that the change is all there is
 * @param knownTo position, not before {@code knownFrom}; null for all that is known
 * @param after the last row of the page before; null for the first page
 * @param limit 1 to {@value Page#MOST}
 */
public record RestatementQuery(
        @Nullable LocalDate asOf,
        long knownFrom,
        @Nullable Long knownTo,
        @Nullable PostingPlace after,
        int limit) {

    /** Refuses a page of no rows, or of too many. */
    public RestatementQuery {
        Page.checkLimit(limit);
    }
}
