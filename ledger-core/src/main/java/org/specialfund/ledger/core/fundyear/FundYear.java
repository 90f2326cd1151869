package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.event.AllocationCarriedIn;
import org.specialfund.ledger.core.fundyear.event.AllocationOpened;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.CommitmentMoved;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearEvent;
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
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The book of a fund for one fiscal year: what is unallocated on every day, by the year whose budget it came from, and
 * what its plan lines may take. Where the year stands (open, closing, closed) is its gate's matter.
 */
@AggregateRoot(type = "fund-year")
@Revision("2")
public class FundYear {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<FundYear> TYPE =
            new AggregateType<>(FundYear.class, "fund-year", 1, FundYear::new);

    @AggregateIdentifier
    private @Nullable String id;

    private YearBook book = YearBook.NONE;
    private boolean hasEntries;
    private int openings;
    private int planVersion;
    private final PlanLines plan = new PlanLines();
    private final Origins origins = new Origins();

    FundYear() {}

    /** The key of a fund year. */
    public static AggregateKey<FundYear> key(String fundCode, int year) {
        return TYPE.key(YearFacts.key(fundCode, year));
    }

    List<FundYearEvent> open(OpenYear c, String currency, FiscalYear days) {
        Guard.that(id == null, () -> Refusal.of(FundYearRefusals.FUND_YEAR_EXISTS)
                .with("fundCode", c.fundCode())
                .with("year", c.year()));
        return List.of(YearBook.begun(c, currency, days));
    }

    /** Records, once, what was unallocated when the ledger took the year over; zero records nothing. */
    public List<FundYearEvent> recordOpening(Entry e) {
        checkNoEntries();
        Guard.that(openings == 0 || e.amount().signum() == 0, () -> Refusal.of(FundYearRefusals.OPENING_EXISTS)
                .with("fundCode", book.fundCode())
                .with("year", book.year())
                .with("unallocated", origins.on(e.day(), book.currency()))
                .with("requested", e.amount()));
        return e.amount().signum() == 0 ? List.of() : List.of(book.opened(e));
    }

    /** Takes over an allocation of a ledger that starts in mid-life. */
    public List<FundYearEvent> openAllocation(
            String allocationNo, @Nullable String planLine, BigDecimal amount, LocalDate day) {
        checkNoEntries();
        return List.of(book.allocationOpened(allocationNo, planLine, amount, day));
    }

    List<FundYearEvent> appropriate(Entry e) {
        return List.of(book.appropriated(e));
    }

    List<FundYearEvent> increase(Entry e) {
        return List.of(book.increased(e));
    }

    List<FundYearEvent> reduce(Entry e) {
        origins.checkCovers(book.year(), e.day(), e.amount(), book.currency());
        return List.of(book.reduced(e));
    }

    List<FundYearEvent> setPlan(SetPlan c, List<PlanLine> lines) {
        plan.checkRevised(lines, c.expectedVersion(), planVersion);
        return List.of(book.planSet(planVersion + 1, lines, c));
    }

    /** Commits money that came from the budget of {@code originYear} to an allocation. */
    public List<FundYearEvent> commit(
            String allocationNo, @Nullable String planLine, int originYear, BigDecimal amount, LocalDate day) {
        plan.checkTakes(planLine, amount, book.year());
        origins.checkCovers(originYear, day, amount, book.currency());
        return List.of(book.committed(allocationNo, planLine, originYear, amount, day));
    }

    /** Takes money that came from the budget of {@code originYear} back from an allocation. */
    public List<FundYearEvent> release(
            String allocationNo, @Nullable String planLine, int originYear, BigDecimal amount, LocalDate day) {
        return List.of(book.released(allocationNo, planLine, originYear, amount, day));
    }

    /** Moves what is committed from one plan line to another. */
    public List<FundYearEvent> moveCommitment(
            String allocationNo,
            String toAllocationNo,
            @Nullable String planLine,
            @Nullable String toPlanLine,
            BigDecimal amount,
            LocalDate day) {
        plan.checkTakes(toPlanLine, amount, book.year());
        return List.of(book.moved(allocationNo, toAllocationNo, planLine, toPlanLine, amount, day));
    }

    /** Notes an allocation's money that left for the next year. */
    public List<FundYearEvent> carryAllocationOut(
            String allocationNo, int toYear, String toAllocationNo, BigDecimal amount, LocalDate day) {
        return List.of(book.allocationCarriedOut(allocationNo, toYear, toAllocationNo, amount, day));
    }

    /** Notes an allocation's money that came in from the year before. */
    public List<FundYearEvent> carryAllocationIn(
            String allocationNo, int fromYear, String fromAllocationNo, BigDecimal amount, LocalDate day) {
        return List.of(book.allocationCarriedIn(allocationNo, fromYear, fromAllocationNo, amount, day));
    }

    List<FundYearEvent> reclaim(int originYear, Entry e) {
        origins.checkCovers(originYear, e.day(), e.amount(), book.currency());
        return List.of(book.reclaimed(originYear, e));
    }

    List<FundYearEvent> carryOver(CarryOverUnallocated c, Entry e) {
        origins.checkCovers(c.originYear(), e.day(), e.amount(), book.currency());
        return List.of(book.carriedOver(c, e));
    }

    List<FundYearEvent> receiveCarryOver(CarryOverUnallocated c, Entry e) {
        return List.of(book.carryOverReceived(c, e));
    }

    /** Receives money that was paid in an ended year and came back; that year is its origin from now on. */
    public List<FundYearEvent> receiveLateReturn(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        return List.of(book.lateReturnReceived(fromYear, allocationNo, reference, amount, day));
    }

    /** Gives back what a late return brought, because it is reversed. */
    public List<FundYearEvent> reverseLateReturn(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        origins.checkCovers(fromYear, day, amount, book.currency());
        return List.of(book.lateReturnReversed(fromYear, allocationNo, reference, amount, day));
    }

    /** Reverses an entry that moved {@code originYear}'s money; {@code gains} where the year gets it back. */
    public List<FundYearEvent> reverse(
            String entry, String movement, int originYear, boolean gains, Entry e, String reason) {
        if (!gains) {
            origins.checkCovers(originYear, e.day(), e.amount(), book.currency());
        }
        return List.of(book.reversed(entry, movement, originYear, e, reason));
    }

    /** What is unallocated at the end of a day. */
    public BigDecimal unallocatedOn(LocalDate day) {
        return origins.on(day, book.currency());
    }

    /** The same by the year whose budget it came from; years that have nothing are left out. */
    public Map<Integer, BigDecimal> unallocatedByOriginOn(LocalDate day) {
        return origins.byYearOn(day, book.currency());
    }

    private void checkNoEntries() {
        Guard.that(!hasEntries, () -> Refusal.of(FundYearRefusals.OPENING_AFTER_ENTRIES));
    }

    private void change(int originYear, LocalDate day, BigDecimal change) {
        hasEntries = true;
        origins.add(originYear, day, change);
    }

    @EventSourcingHandler
    void on(FundYearOpened e) {
        id = key(e.fundCode(), e.year()).streamId();
        book = new YearBook(e.fundCode(), e.year(), e.currency());
    }

    @EventSourcingHandler
    void on(OpeningRecorded e) {
        openings++;
        origins.add(e.year(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(AllocationOpened e) {
        plan.commit(e.planLine(), e.amount());
    }

    @EventSourcingHandler
    void on(BudgetAppropriated e) {
        change(e.year(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(BudgetIncreased e) {
        change(e.year(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(BudgetReduced e) {
        change(e.year(), e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(PlanSet e) {
        planVersion = e.version();
        plan.set(e.lines());
    }

    @EventSourcingHandler
    void on(Committed e) {
        change(e.originYear(), e.effectiveDate(), e.amount().negate());
        plan.commit(e.planLine(), e.amount());
    }

    @EventSourcingHandler
    void on(Released e) {
        change(e.originYear(), e.effectiveDate(), e.amount());
        plan.commit(e.planLine(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(CommitmentMoved e) {
        plan.move(e.planLine(), e.toPlanLine(), e.amount());
    }

    @EventSourcingHandler
    void on(AllocationCarriedIn e) {
        hasEntries = true;
    }

    @EventSourcingHandler
    void on(YearReclaimed e) {
        change(e.originYear(), e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(YearCarriedOver e) {
        change(e.originYear(), e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(CarryOverReceived e) {
        change(e.originYear(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(LateReturnReceived e) {
        change(e.fromYear(), e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(LateReturnReversed e) {
        change(e.fromYear(), e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(YearEntryReversed e) {
        // What was wrongly opened is as if it had never been: the right opening may follow.
        boolean opening = e.movement().equals("opening");
        openings -= opening ? 1 : 0;
        hasEntries |= !opening;
        BigDecimal change = e.gains() ? e.amount() : e.amount().negate();
        origins.add(e.originYear(), e.effectiveDate(), change);
    }
}
