package org.specialfund.ledger.core.shared;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Exact amounts in one currency: {@link BigDecimal} with just the digits of ISO 4217 (CNY 2, UGX 0, KWD 3). */
public final class Amounts {

    private Amounts() {}

    /** Refuses an amount at or below zero; one that is absent is none. */
    public static void checkPositive(@Nullable BigDecimal amount) {
        if (amount != null && amount.signum() <= 0) {
            throw Refusal.of(CommonRefusals.AMOUNT_NOT_POSITIVE)
                    .with("requested", amount)
                    .asException();
        }
    }

    /** Refuses an amount below zero. */
    public static void checkNotNegative(BigDecimal amount) {
        if (amount.signum() != 0) {
            checkPositive(amount);
        }
    }

    /** The amount with the currency's digits; refuses one at or below zero, and one that has more digits. */
    public static BigDecimal positive(BigDecimal amount, String currency) {
        checkPositive(amount);
        return exact(amount, currency);
    }

    /** The amount with the currency's digits, zero allowed; refuses one below zero, and one that has more digits. */
    public static BigDecimal notNegative(BigDecimal amount, String currency) {
        return amount.signum() == 0 ? zero(currency) : positive(amount, currency);
    }

    /** The amount with the currency's digits, whatever its sign; refuses one that has more digits. */
    public static BigDecimal signed(BigDecimal amount, String currency) {
        return exact(amount, currency);
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
