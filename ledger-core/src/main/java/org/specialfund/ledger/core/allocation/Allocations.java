package org.specialfund.ledger.core.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CloseAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IncreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.command.ReclaimAllocation;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.ReturnSurplus;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** How commands reach an allocation, alone or together with its fund year. */
public final class Allocations {

    /** What allocations bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            AllocationEvent.class,
            List.of(Allocation.TYPE),
            List.of(),
            List.of(
                    Handler.of(IssueAllocation.class, Allocations::needs, Allocations::issue),
                    Handler.of(
                            IncreaseAllocation.class,
                            (c, lookup, needs) -> withYear(c.allocationNo(), lookup, needs),
                            Allocations::increase),
                    Handler.of(
                            DecreaseAllocation.class,
                            (c, lookup, needs) -> withYear(c.allocationNo(), lookup, needs),
                            Allocations::decrease),
                    Handler.of(MoveFunds.class, Allocations::needs, Allocations::move),
                    Handler.of(
                            ReturnSurplus.class,
                            (c, lookup, needs) -> withYear(c.allocationNo(), lookup, needs),
                            Allocations::returnSurplus),
                    Handler.of(
                            ReclaimAllocation.class,
                            (c, lookup, needs) ->
                                    ProjectSteps.name(AllocationTerms.name(c.allocationNo(), lookup, needs), needs),
                            Allocations::reclaim),
                    CarryOvers.HANDLER,
                    YearClosing.HANDLER,
                    alone(
                            AgreeTranches.class,
                            AgreeTranches::allocationNo,
                            (c, terms, work) -> a -> a.agreeTranches(
                                    c, agreed(c, terms), work.people().actor().id())),
                    alone(
                            ConfirmTrancheCondition.class,
                            ConfirmTrancheCondition::allocationNo,
                            (c, terms, work) -> a ->
                                    a.confirmTranche(c, work.people().actor().id())),
                    alone(
                            SuspendAllocation.class,
                            SuspendAllocation::allocationNo,
                            (c, terms, work) -> a -> a.suspend(c)),
                    alone(ResumeAllocation.class, ResumeAllocation::allocationNo, (c, terms, work) -> a -> a.resume(c)),
                    alone(CloseAllocation.class, CloseAllocation::allocationNo, (c, terms, work) -> {
                        work.check(() -> terms.year().checkNotInFuture(c.effectiveDate()));
                        return a -> a.close(c);
                    })),
            AllocationRefusals.class);

    private Allocations() {}

    private static void needs(IssueAllocation c, Lookup lookup, Needs needs) {
        AllocationOrigin origin = origin(c);
        ProjectSteps.name(origin, needs);
        YearTerms.reads(needs, c.fundCode(), c.year())
                .reads(PayeeFacts.GATE.key(c.recipient()))
                .decides(FundYear.key(c.fundCode(), c.year()))
                .begins(Allocation.key(c.allocationNo()), origin);
    }

    private static AllocationOrigin origin(IssueAllocation c) {
        return new AllocationOrigin(
                c.allocationNo(),
                c.fundCode(),
                c.year(),
                c.recipient(),
                c.category(),
                c.planLine(),
                c.origin(),
                c.projectNo());
    }

    private static List<Step> issue(IssueAllocation c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), c.effectiveDate());
        Entry entry = new Entry(terms.amount(c.amount()), c.effectiveDate(), c.documentRef(), c.documentSha256());
        PayeeFacts.of(work, c.recipient());
        Step issued = work.on(
                Allocation.key(c.allocationNo()),
                allocation -> allocation.begin(Beginnings.issued(c, entry, terms.currency()), List.of()));
        if (issued.refusal() != null) {
            return List.of(issued);
        }
        work.check(() -> terms.fund().checkNotSuspended(c.effectiveDate()));
        terms.checkTakesNew(c.effectiveDate(), work);
        work.check(() -> terms.rules().checkCategory(c.category()));
        return with(
                ProjectSteps.begin(origin(c), entry.amount(), entry.day(), work),
                work.on(
                        FundYear.key(c.fundCode(), c.year()),
                        year -> year.commit(c.allocationNo(), c.planLine(), c.origin(), entry.amount(), entry.day())),
                issued);
    }

    private static void withYear(String allocationNo, Lookup lookup, Needs needs) {
        AllocationOrigin origin = AllocationTerms.name(allocationNo, lookup, needs);
        if (origin != null) {
            needs.decides(FundYear.key(origin.fundCode(), origin.year()));
            ProjectSteps.name(origin, needs);
        }
    }

    private static List<Step> increase(IncreaseAllocation c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.year().checkTakesNew(c.effectiveDate(), work);
        AllocationOrigin origin = terms.origin();
        return with(
                ProjectSteps.commit(origin, entry.amount(), entry.day(), work),
                work.on(
                        yearOf(terms),
                        year -> year.commit(
                                c.allocationNo(), origin.planLine(), origin.originYear(), entry.amount(), entry.day())),
                work.on(Allocation.key(c.allocationNo()), allocation -> allocation.increase(entry)));
    }

    private static List<Step> decrease(DecreaseAllocation c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.year().checkTakesEntry(c.effectiveDate(), work);
        return with(
                ProjectSteps.release(terms.origin(), entry.amount(), entry.day(), work),
                release(terms, entry, work),
                work.on(Allocation.key(c.allocationNo()), allocation -> allocation.decrease(entry)));
    }

    private static void needs(MoveFunds c, Lookup lookup, Needs needs) {
        withYear(c.allocationNo(), lookup, needs);
        withYear(c.toAllocationNo(), lookup, needs);
    }

    private static List<Step> move(MoveFunds c, Work work) {
        AllocationTerms from = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        AllocationTerms to = AllocationTerms.of(work, c.toAllocationNo(), c.effectiveDate());
        Entry entry = from.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        Guard.that(!c.allocationNo().equals(c.toAllocationNo()), () -> Refusal.of(AllocationRefusals.SAME_ALLOCATION));
        work.check(() -> from.checkSameYear(to.origin()));
        work.check(() -> from.checkSameOrigin(to.origin()));
        from.year().checkTakesEntry(c.effectiveDate(), work);
        List<Step> steps =
                new ArrayList<>(ProjectSteps.move(from.origin(), to.origin(), entry.amount(), entry.day(), work));
        String fromLine = from.origin().planLine();
        String toLine = to.origin().planLine();
        if (!Objects.equals(fromLine, toLine)) {
            steps.add(work.on(
                    yearOf(from),
                    year -> year.moveCommitment(
                            c.allocationNo(), c.toAllocationNo(), fromLine, toLine, entry.amount(), entry.day())));
        }
        steps.add(work.on(Allocation.key(c.allocationNo()), allocation -> allocation.give(c.toAllocationNo(), entry)));
        steps.add(
                work.on(Allocation.key(c.toAllocationNo()), allocation -> allocation.receive(c.allocationNo(), entry)));
        return steps;
    }

    private static List<Step> returnSurplus(ReturnSurplus c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.year().checkTakesEntry(c.effectiveDate(), work);
        String destination = terms.year().rules().surplusTo();
        Step surplus =
                work.on(Allocation.key(c.allocationNo()), allocation -> allocation.returnSurplus(entry, destination));
        List<Step> released = ProjectSteps.release(terms.origin(), entry.amount(), entry.day(), work);
        return destination.equals("year")
                ? with(released, release(terms, entry, work), surplus)
                : with(released, surplus);
    }

    private static List<Step> reclaim(ReclaimAllocation c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        Entry entry = terms.entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        terms.year().checkTakesEntry(c.effectiveDate(), work);
        return with(
                ProjectSteps.release(terms.origin(), entry.amount(), entry.day(), work),
                work.on(Allocation.key(c.allocationNo()), allocation -> allocation.reclaim(entry)));
    }

    private static List<Step> with(List<Step> steps, Step... more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(List.of(more));
        return all;
    }

    private static Step release(AllocationTerms terms, Entry entry, Work work) {
        AllocationOrigin origin = terms.origin();
        return work.on(
                yearOf(terms),
                year -> year.release(
                        origin.allocationNo(), origin.planLine(), origin.originYear(), entry.amount(), entry.day()));
    }

    private static AggregateKey<FundYear> yearOf(AllocationTerms terms) {
        return FundYear.key(terms.origin().fundCode(), terms.origin().year());
    }

    /** A command that concerns the allocation alone and moves no money. */
    private static <C extends LedgerCommand> Handler<C> alone(
            Class<C> command, Function<C, String> allocationNo, Alone<C> decision) {
        return Handler.of(
                command,
                (c, lookup, needs) -> AllocationTerms.name(allocationNo.apply(c), lookup, needs),
                (c, work) -> {
                    String no = allocationNo.apply(c);
                    AllocationTerms terms = AllocationTerms.of(work, no, LocalDate.EPOCH);
                    terms.year().citingToday(work);
                    work.check(terms.year().year()::checkNotClosed);
                    return List.of(work.on(Allocation.key(no), decision.of(c, terms, work)));
                });
    }

    @FunctionalInterface
    private interface Alone<C> {
        Function<Allocation, List<? extends LedgerEvent>> of(C command, AllocationTerms terms, Work work);
    }

    private static List<Tranche> agreed(AgreeTranches c, AllocationTerms terms) {
        return c.tranches().stream()
                .map(tranche ->
                        new Tranche(tranche.number(), terms.year().amount(tranche.amount()), tranche.condition()))
                .toList();
    }
}
