package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.CloseAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.ResumeAllocation;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationClosed;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.ReversalOf;

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

    @AggregateMember
    private final AllocationMoney money = new AllocationMoney();

    @AggregateMember
    private final Tranches tranches = new Tranches();

    @AggregateMember
    private final Suspensions suspensions = new Suspensions();

    Allocation() {}

    /** The key of an allocation. */
    public static AggregateKey<Allocation> key(String allocationNo) {
        return TYPE.key(allocationNo);
    }

    /** Where the money comes from; empty while there is no such allocation. */
    public Optional<AllocationOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /** Begins with its first event, and the payments that a ledger which starts in mid-life takes over with it. */
    public List<AllocationEvent> begin(AllocationBegun begun, List<OpeningPaymentRecorded> payments) {
        String existing = origin == null ? null : origin.allocationNo();
        Guard.notTaken(existing, begun.allocationNo(), AllocationRefusals.ALLOCATION_EXISTS, "allocationNo");
        List<AllocationEvent> events = new ArrayList<>(List.of((AllocationEvent) begun));
        events.addAll(payments);
        return events;
    }

    List<AllocationEvent> increase(Entry e) {
        return List.of(checkLives().increased(e));
    }

    List<AllocationEvent> decrease(Entry e) {
        return List.of(checkGives(e.day(), e.amount()).decreased(e));
    }

    List<AllocationEvent> give(String toAllocationNo, Entry e) {
        return List.of(checkGives(e.day(), e.amount()).given(toAllocationNo, e));
    }

    List<AllocationEvent> receive(String fromAllocationNo, Entry e) {
        return List.of(checkLives().received(fromAllocationNo, e));
    }

    List<AllocationEvent> returnSurplus(Entry e, String destination) {
        return List.of(checkGives(e.day(), e.amount()).surplusReturned(destination, e));
    }

    List<AllocationEvent> reclaim(Entry e) {
        return List.of(checkGives(e.day(), e.amount()).reclaimed(e));
    }

    List<AllocationEvent> carryOut(CarryOverAllocation c, Entry e) {
        return List.of(checkGives(e.day(), e.amount()).carriedOut(c, e));
    }

    List<AllocationEvent> agreeTranches(AgreeTranches c, List<Tranche> agreed, String actor) {
        checkLives();
        return List.of(tranches.agree(c, agreed, money.allocated(), actor));
    }

    List<AllocationEvent> confirmTranche(ConfirmTrancheCondition c, String actor) {
        checkLives();
        return List.of(tranches.confirm(c, actor));
    }

    List<AllocationEvent> suspend(SuspendAllocation c) {
        checkLives();
        return List.of(suspensions.begin(c));
    }

    List<AllocationEvent> resume(ResumeAllocation c) {
        checkLives();
        return List.of(suspensions.lift(c));
    }

    /** Takes the suspension of a finding, or its end; nothing where that changes nothing. */
    public List<AllocationEvent> suspend(FindingSuspension s) {
        return closed ? List.of() : suspensions.of(checkExists().allocationNo(), s);
    }

    List<AllocationEvent> close(CloseAllocation c) {
        checkLives();
        money.checkEmpty();
        return List.of(new AllocationClosed(c.allocationNo(), c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    /** Reserves money for a payment under way. */
    public List<AllocationEvent> hold(Payment p) {
        AllocationEntries entries = checkLives();
        suspensions.checkNone(p.day());
        tranches.checkPays(p.tranche(), p.amount());
        money.checkCovers(p.day(), p.amount());
        return List.of(entries.held(p));
    }

    /** Gives up a reservation, which the payment has. */
    public List<AllocationEvent> releaseHold(Payment p) {
        AllocationEntries entries = checkExists();
        money.checkHolds(p.day(), p.amount());
        return List.of(entries.holdReleased(p));
    }

    /**
     * Pays out of a reservation, which the payment has; what is left of it is available again.
     *
     * @param reserved at least the amount
     */
    public List<AllocationEvent> settle(
            Payment p, BigDecimal reserved, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationEntries entries = checkExists();
        suspensions.checkNone(p.day());
        money.checkHolds(p.day(), reserved);
        return List.of(entries.spent(p, reserved, documentRef, documentSha256));
    }

    /** Takes in a payment made in one step; {@code inSpite} of a suspension if so, and the approver knows. */
    public List<AllocationEvent> spend(
            Payment p, boolean inSpite, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationEntries entries = checkLives();
        if (!inSpite) {
            suspensions.checkNone(p.day());
        }
        tranches.checkPays(p.tranche(), p.amount());
        money.checkCovers(p.day(), p.amount());
        return List.of(entries.spent(p, Amounts.zero(currency), documentRef, documentSha256));
    }

    /** Takes back paid money that may be spent again. */
    public List<AllocationEvent> restore(Payment p, String cause) {
        return List.of(checkExists().restored(p, cause));
    }

    /** Takes note of paid money that came back, but not to this allocation. */
    public List<AllocationEvent> notRestore(Payment p, String cause, String destination, @Nullable Integer openYear) {
        return List.of(checkExists().notRestored(p, cause, destination, openYear));
    }

    /** Reverses a payment and takes in what it should have been, together. */
    public List<AllocationEvent> correct(
            Payment was, Payment is, @Nullable String documentRef, @Nullable String documentSha256) {
        AllocationEntries entries = checkLives();
        tranches.checkCorrects(is.tranche(), was.amount(), is.amount());
        money.checkCovers(was, is);
        return List.of(
                entries.restored(was, "corrected"),
                entries.spent(is, Amounts.zero(currency), documentRef, documentSha256));
    }

    /** Reverses an entry of the allocation, whole. */
    public List<AllocationEvent> reverse(
            ReversalOf why, String movement, @Nullable String toAllocationNo, BigDecimal amount, LocalDate day) {
        AllocationEntries entries = AllocationEntryReversed.loses(movement) ? checkGives(day, amount) : checkLives();
        return List.of(entries.reversed(why, movement, toAllocationNo, amount, day));
    }

    /** Takes the opening out of the ledger, with the payments that it took over. */
    public List<AllocationEvent> reverseOpening(
            ReversalOf why, BigDecimal available, List<OpeningPaymentRecorded> payments, LocalDate day) {
        AllocationEntries entries = checkGives(day, available);
        List<AllocationEvent> events = new ArrayList<>();
        events.add(entries.reversed(why, "opening", null, available, day));
        payments.forEach(payment -> events.add(entries.openingPaymentReversed(why, payment, day)));
        return events;
    }

    /** Pays out again what had not come back: the return, or the recovery, is reversed. */
    public List<AllocationEvent> reverseReturn(
            ReversalOf why, Payment p, String cause, String destination, @Nullable Integer openYear) {
        AllocationEntries entries = checkExists();
        if (destination.equals("allocation")) {
            checkGives(p.day(), p.amount());
            tranches.checkPaysAgain(p.tranche(), p.amount());
        }
        return List.of(entries.returnReversed(why, p, cause, destination, openYear));
    }

    /** Gives back what a virement brought, because it is reversed. */
    public List<AllocationEvent> reverseReceipt(
            ReversalOf why, String fromAllocationNo, BigDecimal amount, LocalDate day) {
        AllocationEntries entries = checkExists();
        money.checkCovers(day, amount);
        return List.of(entries.receiptReversed(why, fromAllocationNo, amount, day));
    }

    /** Refuses an approval while any cause stands that began by a day. */
    public List<AllocationEvent> checkPays(LocalDate day) {
        checkLives();
        return checkNotSuspended(day);
    }

    /** Refuses a payment while any cause stands that began by its day. */
    public List<AllocationEvent> checkNotSuspended(LocalDate day) {
        suspensions.checkNone(day);
        return List.of();
    }

    /** What is available at the end of a day. */
    public BigDecimal availableOn(LocalDate day) {
        return money.availableOn(day);
    }

    /** What is held at the end of a day. */
    public BigDecimal heldOn(LocalDate day) {
        return money.heldOn(day);
    }

    /** The number of the last tranche agreed; 0 where there is none. */
    int lastTranche() {
        return tranches.last();
    }

    /** Whether it is closed for ever. */
    public boolean closed() {
        return closed;
    }

    private AllocationEntries checkExists() {
        AllocationOrigin o = Guard.present(origin, () -> Refusal.of(AllocationRefusals.UNKNOWN_ALLOCATION));
        return new AllocationEntries(o.fundCode(), o.year(), o.allocationNo(), currency);
    }

    private AllocationEntries checkLives() {
        AllocationEntries entries = checkExists();
        Guard.that(!closed, () -> Refusal.of(AllocationRefusals.ALLOCATION_CLOSED)
                .with("allocationNo", entries.allocationNo()));
        return entries;
    }

    private AllocationEntries checkGives(LocalDate day, BigDecimal amount) {
        AllocationEntries entries = checkLives();
        money.checkCovers(day, amount);
        return entries;
    }

    @EventSourcingHandler
    void on(AllocationBegun e) {
        id = key(e.allocationNo()).streamId();
        currency = e.currency();
        origin = AllocationOrigin.of(e);
    }

    @EventSourcingHandler
    void on(AllocationClosed e) {
        closed = true;
    }
}
