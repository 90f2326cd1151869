package org.specialfund.ledger.projections.balance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A point on both axes.
 *
 * @param asOf only what counts on that day or before; null for all days
 * @param knownAt only what was recorded at that position or before; null for all
 */
public record At(@Nullable LocalDate asOf, @Nullable Long knownAt) {

    /** Everything that is known, on all days. */
    public static At now() {
        return new At(null, null);
    }
}
