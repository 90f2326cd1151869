package org.specialfund.ledger.core.allocation;

import org.jspecify.annotations.Nullable;

/** What never changes about an allocation and other aggregates' commands need: where its money comes from. */
public record AllocationOrigin(
        String allocationNo,
        String fundCode,
        int year,
        String recipient,
        @Nullable String category,
        @Nullable String planLine,
        int originYear,
        @Nullable String projectNo) {}
