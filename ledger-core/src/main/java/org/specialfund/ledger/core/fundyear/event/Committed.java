package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * Money of the year was committed to an allocation, which posts it.
 *
 * @param originYear the year whose budget the money came from
 */
@EventType(value = "fund-year.committed", revision = "2")
public record Committed(
        String fundCode,
        int year,
        String allocationNo,
        @Nullable String planLine,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
