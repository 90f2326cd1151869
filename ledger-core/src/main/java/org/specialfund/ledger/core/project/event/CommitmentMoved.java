package org.specialfund.ledger.core.project.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** One allocation of the project took over from another, which posts it: a virement, or a carry-over. */
@EventType("project.commitment-moved")
public record CommitmentMoved(
        String projectNo,
        String toAllocationNo,
        int toYear,
        String allocationNo,
        String fundCode,
        int year,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements ProjectEvent, MoneyEvent {}
