package org.specialfund.ledger.core.fund.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A version of the fund's rules was set, whole; the fields mean what they mean in the commands.
 *
 * @param version counted from 1
 */
@EventType(value = "fund.rules-set", revision = "3")
public record FundRulesSet(
        String fundCode,
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
        String documentRef,
        @Nullable String documentSha256)
        implements FundEvent {}
