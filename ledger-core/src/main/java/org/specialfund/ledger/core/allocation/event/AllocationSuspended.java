package org.specialfund.ledger.core.allocation.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** Payments of the allocation were stopped for a cause. */
@EventType("allocation.suspended")
public record AllocationSuspended(
        String allocationNo,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent {}
