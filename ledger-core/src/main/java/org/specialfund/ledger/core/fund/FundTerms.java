package org.specialfund.ledger.core.fund;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;

/** The form of what a fund is founded on. */
public final class FundTerms {

    private static final int MOST_CATEGORIES = 200;

    private FundTerms() {}

    /** Checks an ISO 4217 code of a currency that money can be counted in. */
    public static void checkCurrency(Form form, @Nullable String currency) {
        form.that(isCurrency(currency), "currency", "unknown-currency");
    }

    /** Checks the parts of a version of the rules. */
    public static void checkRules(
            Form form,
            @Nullable String timeZone,
            int firstMonth,
            List<String> categories,
            @Nullable BigDecimal leaderThreshold,
            @Nullable BigDecimal approvalThreshold) {
        form.that(isZone(timeZone), "timeZone", "unknown-time-zone")
                .range("firstMonth", firstMonth, 1, 12)
                .that(categories.size() <= MOST_CATEGORIES, "categories", "too-long")
                .optionalAmount("leaderThreshold", leaderThreshold)
                .optionalAmount("approvalThreshold", approvalThreshold);
        categories.forEach(category -> form.text("categories", category));
    }

    /** Checks where returned money and surplus go. */
    public static void checkDestinations(
            Form form, @Nullable String returnsTo, @Nullable String surplusTo, @Nullable String lateReturnsTo) {
        form.oneOf("returnsTo", returnsTo, List.of("allocation", "year", "treasury"))
                .oneOf("surplusTo", surplusTo, List.of("year", "treasury"))
                .oneOf("lateReturnsTo", lateReturnsTo, List.of("treasury", "open-year"));
    }

    private static boolean isCurrency(@Nullable String code) {
        return code != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency ->
                                currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone != null && zone.length() <= 64 && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
