package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Money paid in an ended year came back to this open one; the old allocation posts it. */
@EventType("fund-year.late-return-received")
public record LateReturnReceived(
        String fundCode,
        int year,
        int fromYear,
        String allocationNo,
        String reference,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
