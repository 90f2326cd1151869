package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** An allocation's money left for the next year; the allocation posts it. */
@EventType("fund-year.allocation-carried-out")
public record AllocationCarriedOut(
        String fundCode,
        int year,
        String allocationNo,
        int toYear,
        String toAllocationNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
