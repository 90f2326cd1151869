package org.specialfund.ledger.projections.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fund.event.CategoryRule;
import org.specialfund.ledger.core.fund.event.SupervisionThreshold;

/**
 * A fund.
 *
 * @param kind {@code regular} or {@code entrusted}
 * @param mandate of an entrusted fund
 * @param termTo last day; null while open-ended
 * @param closedOn null while it is open
 * @param suspendedCauses payments stand still while there is any
 * @param rules the versions of its rules, oldest first
 * @param years its fund years, oldest first
 */
public record FundView(
        String fundCode,
        String name,
        String kind,
        @Nullable String mandate,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        String documentRef,
        @Nullable LocalDate closedOn,
        List<String> suspendedCauses,
        List<Rules> rules,
        List<Year> years) {

    /** Copies the lists. */
    public FundView {
        suspendedCauses = List.copyOf(suspendedCauses);
        rules = List.copyOf(rules);
        years = List.copyOf(years);
    }

    /**
     * A version of the rules; the fields mean what they mean in the commands.
     *
     * @param version counted from 1
     */
    public record Rules(
            int version,
            LocalDate appliesFrom,
            String timeZone,
            int firstMonth,
            List<String> categories,
            @Nullable BigDecimal leaderThreshold,
            @Nullable BigDecimal approvalThreshold,
            String returnsTo,
            String surplusTo,
            String lateReturnsTo,
            @Nullable Integer noticeWorkingDays,
            @Nullable Integer reviewsRequired,
            List<CategoryRule> categoryRules,
            List<SupervisionThreshold> supervisionThresholds,
            String documentRef) {

        /** Copies the lists. */
        public Rules {
            categories = List.copyOf(categories);
            categoryRules = List.copyOf(categoryRules);
            supervisionThresholds = List.copyOf(supervisionThresholds);
        }
    }

    /**
     * A fund year.
     *
     * @param state {@code open}, {@code closing} or {@code closed}
     * @param planVersion of the plan in force; 0 where there is none
     */
    public record Year(
            String fundCode,
            int year,
            String currency,
            LocalDate firstDay,
            LocalDate lastDay,
            String state,
            int planVersion) {}

    /**
     * A line of a year's plan.
     *
     * @param ceiling null where the plan in force has no such line any more
     * @param committed what allocations took under it
     */
    public record PlanLineView(
            String line,
            @Nullable String category,
            @Nullable BigDecimal ceiling,
            BigDecimal committed) {}
}
