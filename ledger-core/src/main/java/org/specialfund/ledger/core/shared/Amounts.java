package org.specialfund.ledger.core.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** Exact amounts in one currency: {@link BigDecimal} with just the digits of ISO 4217 (CNY 2, UGX 0, KWD 3). */
public final class Amounts {

    private Amounts() {}

    /** The amount with the currency's digits; refuses one at or below zero, and one that has more digits. */
    public static BigDecimal positive(BigDecimal amount, String currency) {
        Guard.that(amount.signum() > 0, () -> Refusal.of(CommonRefusals.AMOUNT_NOT_POSITIVE)
                .with("requested", amount));
        return exact(amount, currency);
    }

    /** The amount with the currency's digits, zero allowed; refuses one below zero, and one that has more digits. */
    public static BigDecimal notNegative(BigDecimal amount, String currency) {
        return amount.signum() == 0 ? zero(currency) : positive(amount, currency);
    }

    /** Zero with the currency's digits. */
    public static BigDecimal zero(String currency) {
        return BigDecimal.ZERO.setScale(digits(currency));
    }

    /** Minor digits of the currency; throws {@link IllegalArgumentException} for an unknown code. */
    public static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    private static BigDecimal exact(BigDecimal amount, String currency) {
        int digits = digits(currency);
        Guard.that(amount.stripTrailingZeros().scale() <= digits, () -> Refusal.of(CommonRefusals.TOO_MANY_DECIMALS)
                .with("requested", amount)
                .with("currency", currency)
                .with("digits", digits));
        return amount.setScale(digits);
    }
}
