package org.specialfund.ledger.core.allocation.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** One cause of the allocation's suspension was lifted. */
@EventType("allocation.resumed")
public record AllocationResumed(
        String allocationNo,
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements AllocationEvent {}
