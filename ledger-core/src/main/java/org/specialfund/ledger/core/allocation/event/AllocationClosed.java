package org.specialfund.ledger.core.allocation.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The allocation was closed for ever. */
@EventType("allocation.closed")
public record AllocationClosed(
        String allocationNo,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) implements AllocationEvent {}
