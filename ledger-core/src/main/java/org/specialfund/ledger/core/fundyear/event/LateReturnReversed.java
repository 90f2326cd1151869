package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Money of an ended year that had come back to this open one was found not to have; the old allocation posts it. */
@EventType("fund-year.late-return-reversed")
public record LateReturnReversed(
        String fundCode,
        int year,
        int fromYear,
        String allocationNo,
        String reference,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
