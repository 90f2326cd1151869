package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.project.ProjectFacts;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What an entry of an allocation rests on: where its money comes from, and the terms of that fund year. */
public record AllocationTerms(AllocationOrigin origin, YearTerms year) {

    /**
     * Names the allocation and the gates of its fund year and of its project.
     *
     * @return where its money comes from; null where there is no such allocation
     */
    public static @Nullable AllocationOrigin name(String allocationNo, Lookup lookup, Needs needs) {
        AllocationOrigin origin = origin(allocationNo, lookup, needs);
        needs.decides(Allocation.key(allocationNo));
        if (origin != null) {
            YearTerms.reads(needs, origin.fundCode(), origin.year());
            if (origin.projectNo() != null) {
                needs.reads(ProjectFacts.GATE.key(origin.projectNo()));
            }
        }
        return origin;
    }

    /** The terms of an entry on a day; refuses an unknown allocation, and one whose number differs by case. */
    public static AllocationTerms of(Work work, String allocationNo, LocalDate day) {
        AllocationOrigin origin =
                work.ask(Allocation.key(allocationNo), Allocation::origin).orElse(null);
        if (origin == null || !origin.allocationNo().equals(allocationNo)) {
            throw Refusal.of(AllocationRefusals.UNKNOWN_ALLOCATION)
                    .with("allocationNo", allocationNo)
                    .asException();
        }
        return new AllocationTerms(origin, YearTerms.of(work, origin.fundCode(), origin.year(), day));
    }

    /** An entry with its amount in the digits of the fund's currency. */
    public Entry entry(BigDecimal amount, LocalDate day, String documentRef, @Nullable String documentSha256) {
        return year.entry(amount, day, documentRef, documentSha256);
    }

    /** Refuses an allocation of another fund year. */
    void checkSameYear(AllocationOrigin other) {
        Guard.that(origin.fundCode().equals(other.fundCode()) && origin.year() == other.year(), () -> Refusal.of(
                        AllocationRefusals.NOT_ONE_YEAR)
                .with("allocationNo", origin.allocationNo())
                .with("toAllocationNo", other.allocationNo()));
    }

    /** Refuses an allocation whose money came from the budget of another year: mixed, it could not be told apart. */
    void checkSameOrigin(AllocationOrigin other) {
        Guard.that(origin.originYear() == other.originYear(), () -> Refusal.of(AllocationRefusals.ORIGIN_DIFFERS)
                .with("allocationNo", origin.allocationNo())
                .with("originYear", origin.originYear())
                .with("toAllocationNo", other.allocationNo())
                .with("toOriginYear", other.originYear()));
    }

    private static @Nullable AllocationOrigin origin(String allocationNo, Lookup lookup, Needs needs) {
        AllocationOrigin begun = needs.origin(Allocation.key(allocationNo), AllocationOrigin.class);
        if (begun != null) {
            return begun;
        }
        return lookup.first(Allocation.key(allocationNo))
                .map(event -> AllocationOrigin.of((AllocationBegun) event))
                .orElse(null);
    }
}
