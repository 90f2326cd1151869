package org.specialfund.ledger.core.fund.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** Payments of the fund were stopped for a cause. */
@EventType("fund.suspended")
public record FundSuspended(
        String fundCode,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements FundEvent {}
