package org.specialfund.ledger.core.fund.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** A fund was established. */
@EventType("fund.established")
public record FundEstablished(
        String fundCode,
        String name,
        String kind,
        @Nullable String mandate,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        String documentRef,
        @Nullable String documentSha256)
        implements FundEvent {}
