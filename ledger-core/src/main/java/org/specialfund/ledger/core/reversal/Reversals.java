package org.specialfund.ledger.core.reversal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.AllocationTerms;
import org.specialfund.ledger.core.allocation.ProjectSteps;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.EventRef;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.EntryReversals;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;
import org.specialfund.ledger.core.reversal.event.ReversalEvent;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.ReversalOf;

/**
 * How an entry is reversed: whole, once, by the aggregate that posted it, together with those that took part. It bears
 * the original's date while its year has not ended, today's afterwards, and never gives an ended year money to spend.
 */
public final class Reversals {

    /** What reversals bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            ReversalEvent.class,
            List.of(Reversal.TYPE),
            List.of(),
            List.of(Handler.of(ReverseEntry.class, Reversals::needs, Reversals::reverse)),
            ReversalRefusals.class);

    private Reversals() {}

    private static void needs(ReverseEntry c, Lookup lookup, Needs needs) {
        needs.decides(Reversal.key(c.entry()));
        LedgerEvent original = lookup.event(EventRef.of(c.entry())).orElse(null);
        if (original instanceof MoneyEvent money) {
            YearTerms.reads(needs, money.fundCode(), money.year())
                    .decides(FundYear.key(money.fundCode(), money.year()));
        }
        if (original instanceof AllocationEvent event) {
            ProjectSteps.name(AllocationTerms.name(event.allocationNo(), lookup, needs), needs);
        }
        if (original instanceof VirementGiven event) {
            ProjectSteps.name(AllocationTerms.name(event.toAllocationNo(), lookup, needs), needs);
        }
        if (original != null) {
            EntryReversals.name(original, lookup, needs);
        }
    }

    private static List<Step> reverse(ReverseEntry c, Work work) {
        LedgerEvent original = work.lookup().event(EventRef.of(c.entry())).orElseThrow(() -> Refusal.of(
                        ReversalRefusals.UNKNOWN_ENTRY)
                .with("entry", c.entry())
                .asException());
        ReversalOf why = new ReversalOf(c.entry(), c.reason(), c.documentRef(), c.documentSha256());
        List<Step> steps = new ArrayList<>(List.of(work.on(Reversal.key(c.entry()), r -> r.record(c))));
        if (original instanceof AllocationOpened opened) {
            steps.addAll(EntryReversals.opening(opened, why, day(opened, false, work), work));
        } else if (EntryReversals.reverses(original)) {
            steps.addAll(EntryReversals.steps(original, why, work));
        } else if (original instanceof FundYearEvent && original instanceof MoneyEvent money) {
            steps.add(ofYear(c, money, work));
        } else if (original instanceof AllocationEvent event && original instanceof MoneyEvent money) {
            steps.addAll(ofAllocation(why, event, money, work));
        } else {
            throw Irreversible.refusal(c.entry(), original).asException();
        }
        return steps;
    }

    private static Step ofYear(ReverseEntry c, MoneyEvent original, Work work) {
        String movement = yearMovement(original);
        if (movement == null) {
            throw Irreversible.refusal(c.entry(), original).asException();
        }
        boolean gains = movement.equals("reduction") || movement.equals("reclaim");
        LocalDate day = day(original, gains, work);
        return work.on(
                FundYear.key(original.fundCode(), original.year()),
                year -> year.reverse(
                        c.entry(),
                        movement,
                        original instanceof YearReclaimed reclaimed ? reclaimed.originYear() : original.year(),
                        gains,
                        new Entry(original.amount(), day, c.documentRef(), c.documentSha256()),
                        c.reason()));
    }

    private static @Nullable String yearMovement(MoneyEvent original) {
        if (original instanceof OpeningRecorded) {
            return "opening";
        }
        if (original instanceof BudgetAppropriated || original instanceof BudgetIncreased) {
            return "increase";
        }
        if (original instanceof BudgetReduced) {
            return "reduction";
        }
        return original instanceof YearReclaimed ? "reclaim" : null;
    }

    private static List<Step> ofAllocation(ReversalOf why, AllocationEvent event, MoneyEvent original, Work work) {
        String movement = allocationMovement(event);
        if (movement == null) {
            throw Irreversible.refusal(why.entry(), original).asException();
        }
        // Whatever the movement, one side of it gains: the allocation, its year, or the other allocation.
        LocalDate day = day(original, true, work);
        AllocationOrigin origin = work.ask(Allocation.key(event.allocationNo()), Allocation::origin)
                .orElseThrow();
        boolean loses = AllocationEntryReversed.loses(movement);
        String other = event instanceof VirementGiven virement ? virement.toAllocationNo() : null;
        List<Step> steps = new ArrayList<>();
        AggregateKey<FundYear> year = FundYear.key(origin.fundCode(), origin.year());
        BigDecimal amount = original.amount();
        if (other == null) {
            steps.addAll(
                    loses
                            ? ProjectSteps.release(origin, amount, day, work)
                            : ProjectSteps.commit(origin, amount, day, work));
        }
        if (loses) {
            steps.add(work.on(
                    year, y -> y.release(origin.allocationNo(), origin.planLine(), origin.originYear(), amount, day)));
        } else if (movement.equals("decrease") || movement.equals("surplus-to-year")) {
            steps.add(work.on(
                    year, y -> y.commit(origin.allocationNo(), origin.planLine(), origin.originYear(), amount, day)));
        }
        if (other != null) {
            AllocationOrigin to =
                    work.ask(Allocation.key(other), Allocation::origin).orElseThrow();
            steps.addAll(ProjectSteps.move(to, origin, amount, day, work));
            if (!Objects.equals(origin.planLine(), to.planLine())) {
                steps.add(work.on(
                        year,
                        y -> y.moveCommitment(
                                other, origin.allocationNo(), to.planLine(), origin.planLine(), amount, day)));
            }
            steps.add(work.on(Allocation.key(other), a -> a.reverseReceipt(why, origin.allocationNo(), amount, day)));
        }
        steps.add(work.on(Allocation.key(event.allocationNo()), a -> a.reverse(why, movement, other, amount, day)));
        return steps;
    }

    private static @Nullable String allocationMovement(AllocationEvent event) {
        if (event instanceof AllocationIssued) {
            return "issue";
        }
        if (event instanceof AllocationIncreased) {
            return "increase";
        }
        if (event instanceof AllocationDecreased) {
            return "decrease";
        }
        if (event instanceof VirementGiven) {
            return "virement";
        }
        if (event instanceof SurplusReturned surplus) {
            return "surplus-to-" + surplus.destination();
        }
        return event instanceof AllocationReclaimed ? "reclaim" : null;
    }

    private static LocalDate day(MoneyEvent original, boolean gains, Work work) {
        YearTerms found = YearTerms.of(work, original.fundCode(), original.year(), original.effectiveDate());
        LocalDate day = found.reversalDay(original.effectiveDate());
        YearTerms terms = YearTerms.of(work, original.fundCode(), original.year(), day);
        terms.fund().checkNotClosed();
        terms.year().checkNotClosed();
        if (gains) {
            terms.year().checkMayGain(day);
        }
        return day;
    }
}
