package org.specialfund.ledger.api.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.balance.At;

/**
 * A controller's argument: a point on both axes, from the parameters {@code asOf} and {@code knownAt}.
 *
 * @param asOf the effective date; today where none was given
 * @param position what was known; null for all that is known now
 * @param provisional whether an open transaction may still add an event up to it
 */
public record Moment(LocalDate asOf, @Nullable Long position, boolean provisional) {

    /** For a query on balances. */
    public At at() {
        return new At(asOf, position);
    }
}
