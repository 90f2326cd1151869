package org.specialfund.ledger.core.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** One version of a fund's rules (管理办法), as the commands of other aggregates read it. */
public record FundRules(
        int version,
        LocalDate appliesFrom,
        String timeZone,
        int firstMonth,
        List<String> categories,
        @Nullable BigDecimal leaderThreshold,
        String returnsTo,
        String surplusTo,
        String lateReturnsTo,
        int noticeWorkingDays,
        int reviewsRequired,
        List<CategoryRule> categoryRules) {

    private static final int USUAL_NOTICE = 5;
    private static final int USUAL_REVIEWS = 3;

    static FundRules of(FundRulesSet event) {
        return new FundRules(
                event.version(),
                event.appliesFrom(),
                event.timeZone(),
                event.firstMonth(),
                event.categories(),
                event.leaderThreshold(),
                event.returnsTo(),
                event.surplusTo(),
                event.lateReturnsTo(),
                event.noticeWorkingDays() == null ? USUAL_NOTICE : event.noticeWorkingDays(),
                event.reviewsRequired() == null ? USUAL_REVIEWS : event.reviewsRequired(),
                event.categoryRules());
    }

    /** Refuses a category that these rules do not allow. */
    public void checkCategory(@Nullable String category) {
        Guard.that(categories.isEmpty() || category != null && categories.contains(category), () -> Refusal.of(
                        FundRefusals.CATEGORY_NOT_ALLOWED)
                .with("category", category == null ? "-" : category));
    }

    /** Whether projects and allocations of a category need {@code what}: see {@link CategoryRule}. */
    public boolean requires(@Nullable String category, String what) {
        return categoryRules.stream()
                .anyMatch(rule ->
                        rule.category().equals(category) && rule.requires().contains(what));
    }

    /** Whether a payment of this amount needs the leader too. */
    public boolean needsLeader(BigDecimal amount) {
        return leaderThreshold != null && amount.compareTo(leaderThreshold) >= 0;
    }
}
