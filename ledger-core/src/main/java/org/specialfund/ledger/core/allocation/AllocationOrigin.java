package org.specialfund.ledger.core.allocation;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;

/** What never changes about an allocation and other aggregates' commands need: where its money comes from. */
public record AllocationOrigin(
        String allocationNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        @Nullable String planLine,
        int originYear,
        @Nullable String projectNo) {

    static AllocationOrigin of(AllocationBegun e) {
        return new AllocationOrigin(
                e.allocationNo(),
                e.fundCode(),
                e.year(),
                e.recipient(),
                e.category(),
                e.planLine(),
                e.originYear(),
                e.projectNo());
    }
}
