package org.specialfund.ledger.core.fundyear.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The year takes nothing new any more; what is under way is finished. */
@EventType("fund-year.closing-started")
public record ClosingStarted(
        String fundCode,
        int year,
        String documentRef,
        @Nullable String documentSha256) implements FundYearEvent {}
