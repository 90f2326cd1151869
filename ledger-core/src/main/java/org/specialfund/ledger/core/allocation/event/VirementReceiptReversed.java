package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** A virement received was reversed; the giving allocation posts it. */
@EventType("allocation.virement-receipt-reversed")
public record VirementReceiptReversed(
        String fundCode,
        int year,
        String allocationNo,
        String fromAllocationNo,
        String entry,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, MoneyEvent {}
