package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.fundyear.command.AdjustBudget;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
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
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.FiscalYear;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The book of a fund for one fiscal year: what is unallocated on every day, and what its plan lines may take. Where the
 * year stands (open, closing, closed) is its gate's matter.
 */
@AggregateRoot(type = "fund-year")
@Revision("1")
public class FundYear {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<FundYear> TYPE =
            new AggregateType<>(FundYear.class, "fund-year", 1, FundYear::new);

    @AggregateIdentifier
    private @Nullable String id;

    private String fundCode = "";
    private int year;
    private String currency = "";
    private boolean hasEntries;
    private int planVersion;
    private final DayBalances unallocated = new DayBalances();
    private final PlanLines plan = new PlanLines();
    private final TreeMap<Integer, BigDecimal> origins = new TreeMap<>();

    FundYear() {}

    /** The key of a fund year. */
    public static AggregateKey<FundYear> key(String fundCode, int year) {
        return TYPE.key(YearFacts.key(fundCode, year));
    }

    List<FundYearEvent> open(OpenYear c, String currencyCode, FiscalYear days) {
        Guard.that(id == null, () -> Refusal.of(FundYearRefusals.FUND_YEAR_EXISTS)
                .with("fundCode", c.fundCode())
                .with("year", c.year()));
        return List.of(new FundYearOpened(
                c.fundCode(),
                c.year(),
                currencyCode,
                days.firstDay(),
                days.lastDay(),
                c.documentRef(),
                c.documentSha256()));
    }

    /** Records what was unallocated when the ledger took the year over; zero records nothing. */
    public List<FundYearEvent> recordOpening(
            BigDecimal amount, LocalDate day, String documentRef, @Nullable String documentSha256) {
        checkNoEntries();
        return amount.signum() == 0
                ? List.of()
                : List.of(new OpeningRecorded(fundCode, year, amount, currency, day, documentRef, documentSha256));
    }

    /** Takes over an allocation of a ledger that starts in mid-life. */
    public List<FundYearEvent> openAllocation(
            String allocationNo, @Nullable String planLine, BigDecimal amount, LocalDate day) {
        checkNoEntries();
        return List.of(new AllocationOpened(fundCode, year, allocationNo, planLine, amount, currency, day));
    }

    List<FundYearEvent> appropriate(AppropriateBudget c, BigDecimal amount) {
        return List.of(new BudgetAppropriated(
                fundCode, year, amount, currency, c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<FundYearEvent> adjust(AdjustBudget c, BigDecimal amount) {
        if (c.direction().equals("increase")) {
            return List.of(new BudgetIncreased(
                    fundCode, year, amount, currency, c.effectiveDate(), c.documentRef(), c.documentSha256()));
        }
        checkCovers(c.effectiveDate(), amount);
        return List.of(new BudgetReduced(
                fundCode, year, amount, currency, c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<FundYearEvent> setPlan(SetPlan c, List<PlanLine> lines) {
        plan.checkCeilings(lines);
        return List.of(new PlanSet(fundCode, year, planVersion + 1, lines, c.documentRef(), c.documentSha256()));
    }

    /** Commits money of the year to an allocation. */
    public List<FundYearEvent> commit(
            String allocationNo, @Nullable String planLine, BigDecimal amount, LocalDate day) {
        plan.checkTakes(planLine, amount, year);
        checkCovers(day, amount);
        return List.of(new Committed(fundCode, year, allocationNo, planLine, amount, currency, day));
    }

    /** Takes money back from an allocation. */
    public List<FundYearEvent> release(
            String allocationNo, @Nullable String planLine, BigDecimal amount, LocalDate day) {
        return List.of(new Released(fundCode, year, allocationNo, planLine, amount, currency, day));
    }

    /** Moves what is committed from one plan line to another. */
    public List<FundYearEvent> moveCommitment(
            String allocationNo,
            String toAllocationNo,
            @Nullable String planLine,
            @Nullable String toPlanLine,
            BigDecimal amount,
            LocalDate day) {
        plan.checkTakes(toPlanLine, amount, year);
        return List.of(new CommitmentMoved(
                fundCode, year, allocationNo, toAllocationNo, planLine, toPlanLine, amount, currency, day));
    }

    /** Notes an allocation's money that left for the next year. */
    public List<FundYearEvent> carryAllocationOut(
            String allocationNo, int toYear, String toAllocationNo, BigDecimal amount, LocalDate day) {
        return List.of(
                new AllocationCarriedOut(fundCode, year, allocationNo, toYear, toAllocationNo, amount, currency, day));
    }

    /** Notes an allocation's money that came in from the year before. */
    public List<FundYearEvent> carryAllocationIn(
            String allocationNo, int fromYear, String fromAllocationNo, BigDecimal amount, LocalDate day) {
        return List.of(new AllocationCarriedIn(
                fundCode, year, allocationNo, fromYear, fromAllocationNo, amount, currency, day));
    }

    List<FundYearEvent> reclaim(ReclaimUnallocated c, BigDecimal amount) {
        checkCovers(c.effectiveDate(), amount);
        return List.of(new YearReclaimed(
                fundCode, year, amount, currency, c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    List<FundYearEvent> carryOver(CarryOverUnallocated c, BigDecimal amount, LocalDate firstDayOfNext) {
        BigDecimal left = origins.getOrDefault(c.originYear(), Amounts.zero(currency));
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(FundYearRefusals.EXCEEDS_ORIGIN)
                .with("requested", amount)
                .with("originYear", c.originYear())
                .with("left", left));
        checkCovers(firstDayOfNext, amount);
        return List.of(new YearCarriedOver(
                fundCode,
                year,
                year + 1,
                c.originYear(),
                c.authorisingDocument(),
                amount,
                currency,
                firstDayOfNext,
                c.documentRef(),
                c.documentSha256()));
    }

    List<FundYearEvent> receiveCarryOver(CarryOverUnallocated c, BigDecimal amount, LocalDate day) {
        return List.of(new CarryOverReceived(fundCode, year, c.year(), c.originYear(), amount, currency, day));
    }

    /** Receives money that was paid in an ended year and came back. */
    public List<FundYearEvent> receiveLateReturn(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        return List.of(
                new LateReturnReceived(fundCode, year, fromYear, allocationNo, reference, amount, currency, day));
    }

    /** Gives back what a late return brought, because it is reversed. */
    public List<FundYearEvent> reverseLateReturn(
            int fromYear, String allocationNo, String reference, BigDecimal amount, LocalDate day) {
        checkCovers(day, amount);
        return List.of(
                new LateReturnReversed(fundCode, year, fromYear, allocationNo, reference, amount, currency, day));
    }

    /** Reverses an entry of the year, whole; {@code gains} says whether that gives the year money back. */
    public List<FundYearEvent> reverse(
            String entry,
            String movement,
            BigDecimal amount,
            boolean gains,
            LocalDate day,
            String reason,
            String documentRef,
            @Nullable String documentSha256) {
        if (!gains) {
            checkCovers(day, amount);
        }
        return List.of(new YearEntryReversed(
                fundCode, year, entry, movement, amount, currency, day, reason, documentRef, documentSha256));
    }

    /** What is unallocated at the end of a day. */
    public BigDecimal unallocatedOn(LocalDate day) {
        return unallocated.on(day).add(Amounts.zero(currency));
    }

    private void checkNoEntries() {
        Guard.that(!hasEntries, () -> Refusal.of(FundYearRefusals.OPENING_AFTER_ENTRIES));
    }

    private void checkCovers(LocalDate day, BigDecimal amount) {
        DayBalances.Shortfall shortfall = unallocated.shortfallAfter(day, amount.negate());
        if (shortfall != null) {
            throw Refusal.of(FundYearRefusals.EXCEEDS_UNALLOCATED)
                    .with("requested", amount)
                    .with(
                            "available",
                            unallocated.leastFrom(day).max(BigDecimal.ZERO).add(Amounts.zero(currency)))
                    .with("firstDay", shortfall.firstDay())
                    .with("balance", shortfall.balance())
                    .asException();
        }
    }

    private void change(LocalDate day, BigDecimal change) {
        hasEntries = true;
        unallocated.add(day, change);
    }

    @EventSourcingHandler
    void on(FundYearOpened e) {
        id = key(e.fundCode(), e.year()).streamId();
        fundCode = e.fundCode();
        year = e.year();
        currency = e.currency();
    }

    @EventSourcingHandler
    void on(OpeningRecorded e) {
        unallocated.add(e.effectiveDate(), e.amount());
        origins.merge(year, e.amount(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(AllocationOpened e) {
        plan.commit(e.planLine(), e.amount());
    }

    @EventSourcingHandler
    void on(BudgetAppropriated e) {
        change(e.effectiveDate(), e.amount());
        origins.merge(year, e.amount(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(BudgetIncreased e) {
        change(e.effectiveDate(), e.amount());
        origins.merge(year, e.amount(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(BudgetReduced e) {
        change(e.effectiveDate(), e.amount().negate());
        origins.merge(year, e.amount().negate(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(PlanSet e) {
        planVersion = e.version();
        plan.set(e.lines());
    }

    @EventSourcingHandler
    void on(Committed e) {
        change(e.effectiveDate(), e.amount().negate());
        plan.commit(e.planLine(), e.amount());
    }

    @EventSourcingHandler
    void on(Released e) {
        change(e.effectiveDate(), e.amount());
        plan.commit(e.planLine(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(CommitmentMoved e) {
        plan.commit(e.planLine(), e.amount().negate());
        plan.commit(e.toPlanLine(), e.amount());
    }

    @EventSourcingHandler
    void on(AllocationCarriedIn e) {
        hasEntries = true;
    }

    @EventSourcingHandler
    void on(YearReclaimed e) {
        change(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(YearCarriedOver e) {
        change(e.effectiveDate(), e.amount().negate());
        origins.merge(e.originYear(), e.amount().negate(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(CarryOverReceived e) {
        change(e.effectiveDate(), e.amount());
        origins.merge(e.originYear(), e.amount(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(LateReturnReceived e) {
        change(e.effectiveDate(), e.amount());
        origins.merge(e.fromYear(), e.amount(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(LateReturnReversed e) {
        change(e.effectiveDate(), e.amount().negate());
        origins.merge(e.fromYear(), e.amount().negate(), BigDecimal::add);
    }

    @EventSourcingHandler
    void on(YearEntryReversed e) {
        boolean gains = e.movement().equals("reduction") || e.movement().equals("reclaim");
        change(e.effectiveDate(), gains ? e.amount() : e.amount().negate());
        if (!e.movement().equals("reclaim")) {
            origins.merge(year, gains ? e.amount() : e.amount().negate(), BigDecimal::add);
        }
    }
}
