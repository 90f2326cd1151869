package org.specialfund.ledger.core.fund;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.SupervisionThreshold;

/** The form of what a fund is founded on. */
public final class FundTerms {

    private static final int MOST_CATEGORIES = 200;
    private static final int MOST_NOTICE_DAYS = 60;
    private static final int MOST_REVIEWS = 20;
    private static final List<String> REQUIREMENTS = List.of("qualification", "acceptance", "security-evidence");

    private static final Map<String, Bounds> THRESHOLDS = Map.ofEntries(
            Map.entry("splitDays", Bounds.whole("2", "60")),
            Map.entry("underLimitShare", Bounds.SHARE),
            Map.entry("backDatedWorkingDays", Bounds.whole("0", "500")),
            Map.entry("dormantDays", Bounds.whole("1", "3650")),
            Map.entry("slowShare", Bounds.SHARE),
            Map.entry("carryOverYears", Bounds.whole("1", "20")),
            Map.entry("rushShare", Bounds.SHARE),
            Map.entry("topPayeeShare", Bounds.SHARE),
            Map.entry("benfordDeviation", Bounds.SHARE),
            Map.entry("repeatDays", Bounds.whole("0", "366")),
            Map.entry("freshAccountDays", Bounds.whole("0", "366")),
            Map.entry("pipelineMonths", Bounds.whole("1", "240")));

    private FundTerms() {}

    private record Bounds(BigDecimal least, BigDecimal most, boolean whole) {

        static final Bounds SHARE = new Bounds(BigDecimal.ZERO, BigDecimal.ONE, false);

        static Bounds whole(String least, String most) {
            return new Bounds(new BigDecimal(least), new BigDecimal(most), true);
        }

        boolean hold(BigDecimal value) {
            return value.compareTo(least) >= 0
                    && value.compareTo(most) <= 0
                    && (!whole || value.stripTrailingZeros().scale() <= 0);
        }
    }

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

    /** Checks what projects need. */
    public static void checkProjects(
            Form form,
            @Nullable Integer noticeWorkingDays,
            @Nullable Integer reviewsRequired,
            List<CategoryRule> categoryRules) {
        form.range("noticeWorkingDays", noticeWorkingDays == null ? 1 : noticeWorkingDays, 1, MOST_NOTICE_DAYS)
                .range("reviewsRequired", reviewsRequired == null ? 1 : reviewsRequired, 1, MOST_REVIEWS)
                .that(categoryRules.size() <= MOST_CATEGORIES, "categoryRules", "too-long")
                .distinct(
                        "categoryRules",
                        categoryRules.stream().map(CategoryRule::category).toList());
        categoryRules.forEach(rule -> {
            form.text("categoryRules.category", rule.category())
                    .list("categoryRules.requires", rule.requires(), REQUIREMENTS.size())
                    .distinct("categoryRules.requires", rule.requires());
            rule.requires().forEach(word -> form.oneOf("categoryRules.requires", word, REQUIREMENTS));
        });
    }

    /** Checks what supervision rules judge by. */
    public static void checkSupervision(Form form, List<SupervisionThreshold> thresholds) {
        form.that(thresholds.size() <= THRESHOLDS.size(), "supervisionThresholds", "too-long")
                .distinct(
                        "supervisionThresholds",
                        thresholds.stream().map(SupervisionThreshold::name).toList());
        for (SupervisionThreshold threshold : thresholds) {
            form.oneOf("supervisionThresholds.name", threshold.name(), THRESHOLDS.keySet())
                    .amount("supervisionThresholds.value", threshold.value());
            Bounds bounds = threshold.name() == null ? null : THRESHOLDS.get(threshold.name());
            if (bounds != null && threshold.value() != null) {
                form.that(bounds.hold(threshold.value()), "supervisionThresholds.value", "out-of-range");
            }
        }
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
