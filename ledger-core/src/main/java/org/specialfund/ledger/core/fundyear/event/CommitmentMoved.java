package org.specialfund.ledger.core.fundyear.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** A virement moved money from one plan line to another; the giving allocation posts it. */
@EventType("fund-year.commitment-moved")
public record CommitmentMoved(
        String fundCode,
        int year,
        String allocationNo,
        String toAllocationNo,
        @Nullable String planLine,
        @Nullable String toPlanLine,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements FundYearEvent, MoneyEvent {}
