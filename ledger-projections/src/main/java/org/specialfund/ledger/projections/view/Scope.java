package org.specialfund.ledger.projections.view;

import java.sql.Date;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which books, and when.
 *
 * @param fundCode null for all funds
 * @param year null for all years
 * @param asOf only what is effective on that day or before
 * @param knownAt only what was recorded at that position or before; null for all
 */
public record Scope(
        @Nullable String fundCode,
        @Nullable Integer year,
        LocalDate asOf,
        @Nullable Long knownAt) {

    long known(long reached) {
        return knownAt == null ? reached : Math.min(reached, knownAt);
    }

    Date day() {
        return Date.valueOf(asOf);
    }
}
