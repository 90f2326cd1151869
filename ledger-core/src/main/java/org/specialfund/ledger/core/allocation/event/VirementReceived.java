package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Money was moved in from another allocation, which posts it. */
@EventType("allocation.virement-received")
public record VirementReceived(
        String fundCode,
        int year,
        String allocationNo,
        String fromAllocationNo,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {}
