package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.CloseAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationClosed;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.AllocationResumed;
import org.specialfund.ledger.core.allocation.event.AllocationSuspended;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.allocation.event.TrancheConditionConfirmed;
import org.specialfund.ledger.core.allocation.event.TranchesAgreed;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.fund.FundRefusals;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * Money of one fund year assigned to one recipient: what is available and what is held on every day, by which tranches
 * it pays, and what stops it. Payments are aggregates of their own: an allocation never remembers them.
 */
@AggregateRoot(type = "allocation")
@Revision("1")
public class Allocation {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Allocation> TYPE =
            new AggregateType<>(Allocation.class, "allocation", 2, Allocation::new);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private @Nullable AllocationOrigin origin;
    private String currency = "";
    private boolean closed;
    private String tranchesAgreedBy = "";
    private BigDecimal allocated = BigDecimal.ZERO;
    private final DayBalances available = new DayBalances();
    private final DayBalances held = new DayBalances();
    private final Tranches tranches = new Tranches();
    private final TreeMap<String, LocalDate> suspensions = new TreeMap<>();

    Allocation() {}

    /** The key of an allocation. */
    public static AggregateKey<Allocation> key(String allocationNo) {
        return TYPE.key(allocationNo);
    }

    /** Where the money comes from; empty while there is no such allocation. */
    public Optional<AllocationOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    List<AllocationEvent> issue(IssueAllocation c, Entry entry, String fundCurrency) {
        checkNew(c.allocationNo());
        return List.of(new AllocationIssued(
                c.allocationNo(),
                c.indicatorNo(),
                c.fundCode(),
                c.year(),
                c.recipient(),
                c.category(),
                c.planLine(),
                c.projectNo(),
                c.functionCode(),
                c.economicCode(),
                c.sourceLevel(),
                c.purpose(),
                c.origin(),
                entry.amount(),
                fundCurrency,
                entry.day(),
                entry.documentRef(),
                entry.documentSha256()));
    }

    /** Begins an allocation with what another one carries over. */
    List<AllocationEvent> carryIn(CarryOverAllocation c, AllocationBegun from, Entry entry) {
        checkNew(c.toAllocationNo());
        return List.of(new AllocationCarriedIn(
                c.toAllocationNo(),
                from.allocationNo(),
                from.year(),
                from.indicatorNo(),
                from.fundCode(),
                from.year() + 1,
                from.recipient(),
                from.category(),
                null,
                from.projectNo(),
                from.functionCode(),
                from.economicCode(),
                from.sourceLevel(),
                from.purpose(),
                from.originYear(),
                entry.amount(),
                from.currency(),
                entry.day(),
                entry.documentRef(),
                entry.documentSha256()));
    }

    /** Takes the allocation over into a ledger that starts in mid-life, with what was paid before. */
    public List<AllocationEvent> open(AllocationOpened opened, List<OpeningPaymentRecorded> payments) {
        checkNew(opened.allocationNo());
        List<AllocationEvent> events = new ArrayList<>(List.of(opened));
        events.addAll(payments);
        return events;
    }

    List<AllocationEvent> increase(Entry e) {
        AllocationOrigin o = checkLives();
        return List.of(new AllocationIncreased(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> decrease(Entry e) {
        AllocationOrigin o = checkLives();
        checkCovers(e.day(), e.amount());
        return List.of(new AllocationDecreased(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> give(String toAllocationNo, Entry e) {
        AllocationOrigin o = checkLives();
        checkCovers(e.day(), e.amount());
        return List.of(new VirementGiven(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                toAllocationNo,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> receive(String fromAllocationNo, Entry e) {
        AllocationOrigin o = checkLives();
        return List.of(new VirementReceived(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                fromAllocationNo,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> agreeTranches(AgreeTranches c, List<Tranche> agreed, String actor) {
        checkLives();
        tranches.checkAgrees(agreed, allocated);
        return List.of(new TranchesAgreed(c.allocationNo(), agreed, actor, c.documentRef(), c.documentSha256()));
    }

    List<AllocationEvent> confirmTranche(ConfirmTrancheCondition c, String actor) {
        checkLives();
        Guard.that(!tranchesAgreedBy.equals(actor), () -> Refusal.of(CommonRefusals.SAME_PERSON));
        tranches.checkConfirms(c.tranche());
        return List.of(
                new TrancheConditionConfirmed(c.allocationNo(), c.tranche(), c.documentRef(), c.documentSha256()));
    }

    List<AllocationEvent> suspend(SuspendAllocation c) {
        checkLives();
        Guard.that(!suspensions.containsKey(c.cause()), () -> Refusal.of(FundRefusals.CAUSE_EXISTS)
                .with("cause", c.cause()));
        return List.of(new AllocationSuspended(
                c.allocationNo(), c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    List<AllocationEvent> resume(ResumeAllocation c) {
        checkLives();
        Guard.that(suspensions.containsKey(c.cause()), () -> Refusal.of(FundRefusals.UNKNOWN_CAUSE)
                .with("cause", c.cause()));
        Guard.that(!c.cause().startsWith("finding"), () -> Refusal.of(FundRefusals.FINDING_NOT_LIFTED_HERE)
                .with("cause", c.cause()));
        return List.of(new AllocationResumed(
                c.allocationNo(), c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    /** Reserves money for a payment under way. */
    public List<AllocationEvent> hold(Payment p) {
        AllocationOrigin o = checkLives();
        checkNotSuspended(p.day());
        tranches.checkPays(p.tranche(), p.amount());
        checkCovers(p.day(), p.amount());
        return List.of(new FundsHeld(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                p.tranche(),
                p.amount(),
                currency,
                p.day()));
    }

    /** Gives a reservation up. */
    public List<AllocationEvent> releaseHold(Payment p) {
        AllocationOrigin o = checkExists();
        checkHolds(p.day(), p.amount());
        return List.of(new HoldReleased(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                p.tranche(),
                p.amount(),
                currency,
                p.day()));
    }

    /**
     * Pays out of a reservation; what is left of it is available again.
     *
     * @param reserved at least the amount
     */
    public List<AllocationEvent> settle(
            Payment p, BigDecimal reserved, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationOrigin o = checkExists();
        checkNotSuspended(p.day());
        checkHolds(p.day(), reserved);
        return List.of(new FundsSpent(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                p.tranche(),
                reserved,
                p.amount(),
                currency,
                p.day(),
                documentRef,
                documentSha256));
    }

    /**
     * Takes in a payment that was made in one step.
     *
     * @param inSpite whether it was made in spite of a suspension, and the approver knows
     */
    public List<AllocationEvent> spend(
            Payment p, boolean inSpite, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationOrigin o = checkLives();
        if (!inSpite) {
            checkNotSuspended(p.day());
        }
        tranches.checkPays(p.tranche(), p.amount());
        checkCovers(p.day(), p.amount());
        return List.of(spent(o, p, documentRef, documentSha256));
    }

    /** Takes back paid money that may be spent again. */
    public List<AllocationEvent> restore(Payment p, String cause) {
        return List.of(restored(checkExists(), p, cause));
    }

    /** Takes note of paid money that came back, but not to this allocation. */
    public List<AllocationEvent> notRestore(Payment p, String cause, String destination, @Nullable Integer openYear) {
        AllocationOrigin o = checkExists();
        return List.of(new FundsNotRestored(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                cause,
                destination,
                openYear,
                p.amount(),
                currency,
                p.day()));
    }

    /** Reverses a payment and takes in what it should have been, together. */
    public List<AllocationEvent> correct(
            Payment was, Payment is, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationOrigin o = checkLives();
        tranches.checkCorrects(is.tranche(), was.amount(), is.amount());
        checkCovers(available.with(was.day(), was.amount()), is.day(), is.amount());
        return List.of(restored(o, was, "corrected"), spent(o, is, documentRef, documentSha256));
    }

    List<AllocationEvent> returnSurplus(Entry e, String destination) {
        AllocationOrigin o = checkLives();
        checkCovers(e.day(), e.amount());
        return List.of(new SurplusReturned(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> reclaim(Entry e) {
        AllocationOrigin o = checkLives();
        checkCovers(e.day(), e.amount());
        return List.of(new AllocationReclaimed(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> carryOut(CarryOverAllocation c, Entry e) {
        AllocationOrigin o = checkLives();
        checkCovers(e.day(), e.amount());
        return List.of(new AllocationCarriedOut(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                o.year() + 1,
                c.toAllocationNo(),
                c.authorisingDocument(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256()));
    }

    /**
     * Reverses an entry of the allocation, whole.
     *
     * @param gains whether that gives the allocation money back
     */
    public List<AllocationEvent> reverse(
            String entry, String movement, @Nullable String toAllocationNo, boolean gains, Entry e, String reason) {
        AllocationOrigin o = checkLives();
        if (!gains) {
            checkCovers(e.day(), e.amount());
        }
        return List.of(new AllocationEntryReversed(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                entry,
                movement,
                toAllocationNo,
                e.amount(),
                currency,
                e.day(),
                reason,
                e.documentRef(),
                e.documentSha256()));
    }

    /** Gives back what a virement brought, because it is reversed. */
    public List<AllocationEvent> reverseReceipt(String entry, String fromAllocationNo, Entry e, String reason) {
        AllocationOrigin o = checkExists();
        checkCovers(e.day(), e.amount());
        return List.of(new VirementReceiptReversed(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                fromAllocationNo,
                entry,
                e.amount(),
                currency,
                e.day(),
                reason,
                e.documentRef(),
                e.documentSha256()));
    }

    List<AllocationEvent> close(CloseAllocation c) {
        checkLives();
        Guard.that(available.total().signum() == 0 && held.total().signum() == 0, () -> Refusal.of(
                        AllocationRefusals.ALLOCATION_NOT_EMPTY)
                .with("available", exact(available.total()))
                .with("held", exact(held.total())));
        return List.of(new AllocationClosed(c.allocationNo(), c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    /** What is available at the end of a day. */
    public BigDecimal availableOn(LocalDate day) {
        return exact(available.on(day));
    }

    /** What is held at the end of a day. */
    public BigDecimal heldOn(LocalDate day) {
        return exact(held.on(day));
    }

    /** Whether it is closed for ever. */
    public boolean closed() {
        return closed;
    }

    /** What is available after all entries, whatever their day. */
    public BigDecimal available() {
        return exact(available.total());
    }

    /** What is held after all entries, whatever their day. */
    public BigDecimal held() {
        return exact(held.total());
    }

    private BigDecimal exact(BigDecimal amount) {
        return currency.isEmpty() ? amount : amount.add(Amounts.zero(currency));
    }

    private FundsSpent spent(
            AllocationOrigin o, Payment p, @Nullable String documentRef, @Nullable String documentSha256) {
        return new FundsSpent(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                p.tranche(),
                Amounts.zero(currency),
                p.amount(),
                currency,
                p.day(),
                documentRef,
                documentSha256);
    }

    private FundsRestored restored(AllocationOrigin o, Payment p, String cause) {
        return new FundsRestored(
                o.fundCode(),
                o.year(),
                o.allocationNo(),
                p.reference(),
                p.payee(),
                p.tranche(),
                cause,
                p.amount(),
                currency,
                p.day());
    }

    private void checkNew(String allocationNo) {
        AllocationOrigin o = origin;
        if (o != null) {
            throw Refusal.of(
                            o.allocationNo().equals(allocationNo)
                                    ? AllocationRefusals.ALLOCATION_EXISTS
                                    : CommonRefusals.DIFFERS_ONLY_BY_CASE)
                    .with("allocationNo", allocationNo)
                    .with("requested", allocationNo)
                    .with("existing", o.allocationNo())
                    .asException();
        }
    }

    private AllocationOrigin checkExists() {
        return Guard.present(origin, () -> Refusal.of(AllocationRefusals.UNKNOWN_ALLOCATION));
    }

    private AllocationOrigin checkLives() {
        AllocationOrigin o = checkExists();
        Guard.that(
                !closed, () -> Refusal.of(AllocationRefusals.ALLOCATION_CLOSED).with("allocationNo", o.allocationNo()));
        return o;
    }

    private void checkNotSuspended(LocalDate day) {
        suspensions.forEach((cause, since) ->
                Guard.that(day.isBefore(since), () -> Refusal.of(AllocationRefusals.ALLOCATION_SUSPENDED)
                        .with("cause", cause)
                        .with("since", since)));
    }

    /** Refuses an approval while any cause stands that began by a day. */
    public List<AllocationEvent> checkPays(LocalDate day) {
        checkLives();
        checkNotSuspended(day);
        return List.of();
    }

    private void checkCovers(LocalDate day, BigDecimal amount) {
        checkCovers(available, day, amount);
    }

    private void checkCovers(DayBalances balances, LocalDate day, BigDecimal amount) {
        DayBalances.Shortfall shortfall = balances.shortfallAfter(day, amount.negate());
        if (shortfall != null) {
            throw Refusal.of(AllocationRefusals.EXCEEDS_AVAILABLE)
                    .with("requested", amount)
                    .with("available", exact(balances.leastFrom(day).max(BigDecimal.ZERO)))
                    .with("firstDay", shortfall.firstDay())
                    .with("balance", shortfall.balance())
                    .asException();
        }
    }

    private void checkHolds(LocalDate day, BigDecimal amount) {
        DayBalances.Shortfall shortfall = held.shortfallAfter(day, amount.negate());
        if (shortfall != null) {
            throw Refusal.of(AllocationRefusals.EXCEEDS_HELD)
                    .with("requested", amount)
                    .with("firstDay", shortfall.firstDay())
                    .with("balance", shortfall.balance())
                    .asException();
        }
    }

    private void begin(AllocationBegun e, BigDecimal amount, LocalDate day) {
        id = key(e.allocationNo()).streamId();
        currency = e.currency();
        origin = new AllocationOrigin(
                e.allocationNo(), e.fundCode(), e.year(), e.recipient(), e.category(), e.planLine(), e.originYear());
        assign(day, amount);
    }

    private void assign(LocalDate day, BigDecimal change) {
        available.add(day, change);
        allocated = allocated.add(change);
    }

    @EventSourcingHandler
    void on(AllocationIssued e) {
        begin(e, e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(AllocationCarriedIn e) {
        begin(e, e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(AllocationOpened e) {
        begin(e, e.amount(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(OpeningPaymentRecorded e) {
        allocated = allocated.add(e.amount());
    }

    @EventSourcingHandler
    void on(AllocationIncreased e) {
        assign(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(AllocationDecreased e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(VirementGiven e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(VirementReceived e) {
        assign(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(TranchesAgreed e) {
        tranchesAgreedBy = e.agreedBy();
        tranches.agree(e.tranches());
    }

    @EventSourcingHandler
    void on(TrancheConditionConfirmed e) {
        tranches.confirm(e.tranche());
    }

    @EventSourcingHandler
    void on(AllocationSuspended e) {
        suspensions.put(e.cause(), e.effectiveDate());
    }

    @EventSourcingHandler
    void on(AllocationResumed e) {
        suspensions.remove(e.cause());
    }

    @EventSourcingHandler
    void on(FundsHeld e) {
        available.add(e.effectiveDate(), e.amount().negate());
        held.add(e.effectiveDate(), e.amount());
        tranches.take(e.tranche(), e.amount());
    }

    @EventSourcingHandler
    void on(HoldReleased e) {
        available.add(e.effectiveDate(), e.amount());
        held.add(e.effectiveDate(), e.amount().negate());
        tranches.take(e.tranche(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(FundsSpent e) {
        held.add(e.effectiveDate(), e.held().negate());
        available.add(e.effectiveDate(), e.held().subtract(e.amount()));
        tranches.take(e.tranche(), e.amount().subtract(e.held()));
        tranches.pay(e.tranche(), e.amount());
    }

    @EventSourcingHandler
    void on(FundsRestored e) {
        available.add(e.effectiveDate(), e.amount());
        tranches.take(e.tranche(), e.amount().negate());
        tranches.pay(e.tranche(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(FundsNotRestored e) {
        allocated = allocated.subtract(e.amount());
    }

    @EventSourcingHandler
    void on(SurplusReturned e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(AllocationReclaimed e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(AllocationCarriedOut e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(AllocationEntryReversed e) {
        boolean loses = e.movement().equals("issue") || e.movement().equals("increase");
        assign(e.effectiveDate(), loses ? e.amount().negate() : e.amount());
    }

    @EventSourcingHandler
    void on(VirementReceiptReversed e) {
        assign(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(AllocationClosed e) {
        closed = true;
    }
}
