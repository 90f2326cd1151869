package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.event.AllocationCarriedIn;
import org.specialfund.ledger.core.fundyear.event.AllocationCarriedOut;
import org.specialfund.ledger.core.fundyear.event.AllocationOpened;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.CommitmentMoved;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.LateReturnReceived;
import org.specialfund.ledger.core.fundyear.event.LateReturnReversed;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.fundyear.event.PlanSet;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.fundyear.event.YearEntryReversed;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.FiscalYear;

/** What every event of a fund year repeats, and how its events are written with it. */
record YearBook(String fundCode, int year, String currency) {

    /** Before the year was opened. */
    static final YearBook NONE = new YearBook("", 0, "");

    static FundYearOpened begun(OpenYear c, String currency, FiscalYear days) {
        return new FundYearOpened(
                c.fundCode(), c.year(), currency, days.firstDay(), days.lastDay(), c.documentRef(), c.documentSha256());
    }

    PlanSet planSet(int version, List<PlanLine> lines, SetPlan c) {
        return new PlanSet(fundCode, year, version, lines, c.documentRef(), c.documentSha256());
    }

    OpeningRecorded opened(Entry e) {
        return new OpeningRecorded(fundCode, year, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    AllocationOpened allocationOpened(
            String allocationNo, @Nullable String planLine, BigDecimal amount, LocalDate day) {
        return new AllocationOpened(fundCode, year, allocationNo, planLine, amount, currency, day);
    }

    BudgetAppropriated appropriated(Entry e) {
        return new BudgetAppropriated(
                fundCode, year, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    BudgetIncreased increased(Entry e) {
        return new BudgetIncreased(fundCode, year, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    BudgetReduced reduced(Entry e) {
        return new BudgetReduced(fundCode, year, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    Committed committed(
            String allocationNo, @Nullable String planLine, int originYear, BigDecimal amount, LocalDate day) {
        return new Committed(fundCode, year, allocationNo, planLine, originYear, amount, currency, day);
    }

    Released released(
            String allocationNo, @Nullable String planLine, int originYear, BigDecimal amount, LocalDate day) {
        return new Released(fundCode, year, allocationNo, planLine, originYear, amount, currency, day);
    }

    CommitmentMoved moved(
            String allocationNo,
            String toAllocationNo,
            @Nullable String planLine,
            @Nullable String toPlanLine,
            BigDecimal amount,
            LocalDate day) {
        return new CommitmentMoved(
                fundCode, year, allocationNo, toAllocationNo, planLine, toPlanLine, amount, currency, day);
    }

    AllocationCarriedOut allocationCarriedOut(
            String allocationNo, int toYear, String toAllocationNo, BigDecimal amount, LocalDate day) {
        return new AllocationCarriedOut(fundCode, year, allocationNo, toYear, toAllocationNo, amount, currency, day);
    }

    AllocationCarriedIn allocationCarriedIn(
            String allocationNo, int fromYear, String fromAllocationNo, BigDecimal amount, LocalDate day) {
        return new AllocationCarriedIn(fundCode, year, allocationNo, fromYear, fromAllocationNo, amount, currency, day);
    }

    YearReclaimed reclaimed(int originYear, Entry e) {
        return new YearReclaimed(
                fundCode, year, originYear, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    YearCarriedOver carriedOver(CarryOverUnallocated c, Entry e) {
        return new YearCarriedOver(
                fundCode,
                year,
                year + 1,
                c.originYear(),
                c.authorisingDocument(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    CarryOverReceived carryOverReceived(CarryOverUnallocated c, Entry e) {
        return new CarryOverReceived(fundCode, year, c.year(), c.originYear(), e.amount(), currency, e.day());
    }

    LateReturnReceived lateReturnReceived(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        return new LateReturnReceived(fundCode, year, fromYear, allocationNo, reference, amount, currency, day);
    }

    LateReturnReversed lateReturnReversed(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        return new LateReturnReversed(fundCode, year, fromYear, allocationNo, reference, amount, currency, day);
    }

    YearEntryReversed reversed(String entry, String movement, int originYear, Entry e, String reason) {
        return new YearEntryReversed(
                fundCode,
                year,
                entry,
                movement,
                originYear,
                e.amount(),
                currency,
                e.day(),
                reason,
                e.documentRef(),
                e.documentSha256());
    }
}
