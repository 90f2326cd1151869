package org.specialfund.ledger.core.fund.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The fund was closed for ever. */
@EventType("fund.closed")
public record FundClosed(
        String fundCode,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements FundEvent {}
