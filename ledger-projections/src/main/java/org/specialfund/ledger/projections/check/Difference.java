package org.specialfund.ledger.projections.check;

import org.jspecify.annotations.Nullable;

/**
 * A row of a balance table that is not what the events say.
 *
 * @param table {@code balance.posting}
 * @param row what names the row: the account, and the position or the day where there is one
 * @param expected what the events say; null where they know of no such row
 * @param found what the table says; null where the row is missing
 */
public record Difference(
        String table,
        String row,
        @Nullable String expected,
        @Nullable String found) {}
