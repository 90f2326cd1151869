package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** An allocation's money came in from the year before; the giving allocation posts it. */
@EventType("fund-year.allocation-carried-in")
public record AllocationCarriedIn(
        String fundCode,
        int year,
        String allocationNo,
        int fromYear,
        String fromAllocationNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
