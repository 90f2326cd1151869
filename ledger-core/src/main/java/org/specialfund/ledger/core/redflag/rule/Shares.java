package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of amounts, compared without rounding and shown with four digits. */
final class Shares {

    private static final int DIGITS = 4;

    private Shares() {}

    /** Whether a part is above that share of the whole. */
    static boolean isAbove(BigDecimal part, BigDecimal whole, BigDecimal share) {
        return part.compareTo(whole.multiply(share)) > 0;
    }

    /** For people to read; the whole must not be zero. */
    static BigDecimal shown(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    }
}
