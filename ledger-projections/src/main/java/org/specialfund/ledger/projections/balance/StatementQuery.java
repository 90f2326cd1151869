package org.specialfund.ledger.projections.balance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Page;

/**
 * What statement is wanted. Pages of one statement must name one {@code knownAt} to belong together: that of the first
 * page's answer.
 *
 * @param from first effective date; null from the beginning
 * @param to last effective date; null to the end
 * @param knownAt position; null for all that is known
 * @param after the last row of the page before; null for the first page
 * @param limit 1 to {@value Page#MOST}
 */
public record StatementQuery(
        String account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long knownAt,
        Statement.@Nullable Cursor after,
        int limit) {

    /** Refuses a page of no rows, or of too many. */
    public StatementQuery {
        Page.checkLimit(limit);
    }
}
