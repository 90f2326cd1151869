package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares of exact amounts: 0.42 for 42 %, rounded once, to six digits, half up. */
final class Rates {

    private static final int DIGITS = 6;

    private Rates() {}

    /** Null, "n/a", where the whole is zero. */
    static @Nullable BigDecimal of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DIGITS, RoundingMode.HALF_UP);
    }
}
