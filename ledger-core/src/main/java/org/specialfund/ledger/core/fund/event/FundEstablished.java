package org.specialfund.ledger.core.fund.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A fund was established; the fields mean what they mean in the command.
 *
 * @param mandator null for a regular fund, and where older code did not ask
 * @param mandatePurpose the same
 */
@EventType(value = "fund.established", revision = "2")
public record FundEstablished(
        String fundCode,
        String name,
        String kind,
        @Nullable String mandate,
        @Nullable String mandator,
        @Nullable String mandatePurpose,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        String documentRef,
        @Nullable String documentSha256)
        implements FundEvent {}
