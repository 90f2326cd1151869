package org.specialfund.ledger.core.project.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** An allocation gave back what it had taken of the approved amount; the allocation posts it. */
@EventType("project.released")
public record ProjectReleased(
        String projectNo,
        String allocationNo,
        String fundCode,
        int year,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements ProjectEvent, MoneyEvent {}
