package org.specialfund.ledger.core.fundyear.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The year's book was closed for ever. */
@EventType("fund-year.closed")
public record YearClosed(
        String fundCode,
        int year,
        String documentRef,
        @Nullable String documentSha256) implements FundYearEvent {}
