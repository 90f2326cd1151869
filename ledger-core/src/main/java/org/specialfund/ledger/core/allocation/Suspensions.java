package org.specialfund.ledger.core.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.AllocationResumed;
import org.specialfund.ledger.core.allocation.event.AllocationSuspended;
import org.specialfund.ledger.core.fund.FundRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The causes for which an allocation does not pay, and since when. Not thread-safe. */
final class Suspensions {

    private final TreeMap<String, LocalDate> causes = new TreeMap<>();

    /** Refuses a cause that stands. */
    AllocationSuspended begin(SuspendAllocation c) {
        Guard.that(!causes.containsKey(c.cause()), () -> Refusal.of(FundRefusals.CAUSE_EXISTS)
                .with("cause", c.cause()));
        return new AllocationSuspended(
                c.allocationNo(), c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256());
    }

    /** Refuses to lift a cause that does not stand, or a finding's. */
    AllocationResumed lift(ResumeAllocation c) {
        Guard.that(causes.containsKey(c.cause()), () -> Refusal.of(FundRefusals.UNKNOWN_CAUSE)
                .with("cause", c.cause()));
        Guard.that(!c.cause().startsWith("finding"), () -> Refusal.of(FundRefusals.FINDING_NOT_LIFTED_HERE)
                .with("cause", c.cause()));
        return new AllocationResumed(
                c.allocationNo(), c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256());
    }

    /** What a finding changes: nothing where its cause stands already, or stands no more. */
    List<AllocationEvent> of(String allocationNo, FindingSuspension s) {
        if (causes.containsKey(s.cause()) == s.begins()) {
            return List.of();
        }
        return List.of(
                s.begins()
                        ? new AllocationSuspended(allocationNo, s.cause(), s.day(), s.reason(), null, null)
                        : new AllocationResumed(allocationNo, s.cause(), s.day(), s.reason(), null, null));
    }

    /** Refuses a payment while any cause stands that began by its day. */
    void checkNone(LocalDate day) {
        causes.forEach((cause, since) ->
                Guard.that(day.isBefore(since), () -> Refusal.of(AllocationRefusals.ALLOCATION_SUSPENDED)
                        .with("cause", cause)
                        .with("since", since)));
    }

    @EventSourcingHandler
    void on(AllocationSuspended e) {
        causes.put(e.cause(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(AllocationResumed e) {
        causes.remove(e.cause());
    }
}
