package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** An allocation was taken over into a ledger that starts in mid-life; the allocation posts it. */
@EventType("fund-year.allocation-opened")
public record AllocationOpened(
        String fundCode,
        int year,
        String allocationNo,
        @Nullable String planLine,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
