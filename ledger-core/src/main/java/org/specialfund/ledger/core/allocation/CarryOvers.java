package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.FundYears;
import org.specialfund.ledger.core.fundyear.YearFacts;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.shared.Entry;

/** How unspent money of an allocation goes into a new one of the next year, in its project too. */
final class CarryOvers {

    static final Handler<CarryOverAllocation> HANDLER =
            Handler.of(CarryOverAllocation.class, CarryOvers::needs, CarryOvers::carryOver);

    private CarryOvers() {}

    private static void needs(CarryOverAllocation c, Lookup lookup, Needs needs) {
        AllocationOrigin origin = AllocationTerms.name(c.allocationNo(), lookup, needs);
        if (origin == null) {
            needs.decides(Allocation.key(c.toAllocationNo()));
            return;
        }
        ProjectSteps.name(origin, needs);
        int next = origin.year() + 1;
        YearTerms.reads(needs, origin.fundCode(), next)
                .decides(FundYear.key(origin.fundCode(), origin.year()))
                .decides(FundYear.key(origin.fundCode(), next))
                .begins(
                        Allocation.key(c.toAllocationNo()),
                        new AllocationOrigin(
                                c.toAllocationNo(),
                                origin.fundCode(),
                                next,
                                origin.recipient(),
                                origin.category(),
                                null,
                                origin.originYear(),
                                origin.projectNo()));
    }

    private static List<Step> carryOver(CarryOverAllocation c, Work work) {
        AllocationOrigin origin =
                work.ask(Allocation.key(c.allocationNo()), Allocation::origin).orElse(null);
        LocalDate nextDay =
                origin == null ? LocalDate.EPOCH : FundYears.nextFirstDay(origin.fundCode(), origin.year(), work);
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), nextDay);
        terms.year().amount(c.amount());
        terms.year().fund().checkNotClosed();
        YearFacts next = FundYears.checkCarriesInto(
                terms.year(), terms.origin().originYear(), c.authorisingDocument() != null, work);
        Entry entry = terms.entry(c.amount(), next.firstDay(), c.documentRef(), c.documentSha256());
        AllocationBegun begun = (AllocationBegun)
                work.lookup().first(Allocation.key(c.allocationNo())).orElseThrow();
        BigDecimal amount = entry.amount();
        List<Step> steps =
                new ArrayList<>(ProjectSteps.carry(terms.origin(), c.toAllocationNo(), amount, entry.day(), work));
        steps.addAll(List.of(
                work.on(
                        FundYear.key(begun.fundCode(), begun.year()),
                        year -> year.carryAllocationOut(
                                c.allocationNo(), next.year(), c.toAllocationNo(), amount, entry.day())),
                work.on(
                        FundYear.key(begun.fundCode(), next.year()),
                        year -> year.carryAllocationIn(
                                c.toAllocationNo(), begun.year(), c.allocationNo(), amount, entry.day())),
                work.on(Allocation.key(c.allocationNo()), allocation -> allocation.carryOut(c, entry)),
                work.on(
                        Allocation.key(c.toAllocationNo()),
                        allocation -> allocation.begin(Beginnings.carriedIn(c, begun, entry), List.of()))));
        return steps;
    }
}
