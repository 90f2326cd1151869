package org.specialfund.ledger.core.fund.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** One cause of the fund's suspension was lifted. */
@EventType("fund.resumed")
public record FundResumed(
        String fundCode,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements FundEvent {}
