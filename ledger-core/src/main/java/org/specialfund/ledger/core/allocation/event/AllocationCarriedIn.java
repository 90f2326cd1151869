package org.specialfund.ledger.core.allocation.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * An allocation was made of what another one carried over; the giving one posts it.
 *
 * @param carriedFrom the giving allocation
 * @param originYear the year whose budget the money came from
 */
@EventType("allocation.carried-in")
public record AllocationCarriedIn(
        String allocationNo,
        String carriedFrom,
        int fromYear,
        @Nullable String indicatorNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        @Nullable String planLine,
        @Nullable String projectNo,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String sourceLevel,
        @Nullable String purpose,
        int originYear,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent, AllocationBegun, MoneyEvent {}
