package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Unallocated money came in from the year before, which posts it. */
@EventType("fund-year.carry-over-received")
public record CarryOverReceived(
        String fundCode,
        int year,
        int fromYear,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
