package org.specialfund.ledger.core.fundyear.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The year's investment plan was approved, or revised as a whole.
 *
 * @param version counted from 1; above 1 for a revision
 */
@EventType("fund-year.plan-set")
public record PlanSet(
        String fundCode,
        int year,
        int version,
        List<PlanLine> lines,
        String documentRef,
        @Nullable String documentSha256)
        implements FundYearEvent {}
