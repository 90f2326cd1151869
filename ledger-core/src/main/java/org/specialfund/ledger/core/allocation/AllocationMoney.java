package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What an allocation has available and held on every day, and what was assigned to it. Not thread-safe. */
final class AllocationMoney {

    private String currency = "";
    private BigDecimal allocated = BigDecimal.ZERO;
    private final DayBalances available = new DayBalances();
    private final DayBalances held = new DayBalances();

    /** What is assigned to the allocation: available, held, and paid net. */
    BigDecimal allocated() {
        return allocated;
    }

    BigDecimal availableOn(LocalDate day) {
        return exact(available.on(day));
    }

    BigDecimal heldOn(LocalDate day) {
        return exact(held.on(day));
    }

    BigDecimal available() {
        return exact(available.total());
    }

    BigDecimal held() {
        return exact(held.total());
    }

    /** Refuses to take an amount that is not available on a day and on every later one. */
    void checkCovers(LocalDate day, BigDecimal amount) {
        checkCovers(available, day, amount);
    }

    /** The same for a payment that replaces another one. */
    void checkCovers(Payment was, Payment is) {
        checkCovers(available.with(was.day(), was.amount()), is.day(), is.amount());
    }

    /**
     * Whoever ends a reservation has it: each payment under way knows its own, and allocation and payment change
     * together. Less held than that is not to be refused, it is a book that went wrong.
     */
    void checkHolds(LocalDate day, BigDecimal amount) {
        DayBalances.Shortfall shortfall = held.shortfallAfter(day, amount.negate());
        if (shortfall != null) {
            throw new IllegalStateException("a reservation of " + amount + " ends on " + day + ", but on "
                    + shortfall.firstDay() + " it would leave " + shortfall.balance() + " held");
        }
    }

    /** Refuses while anything is available or held. */
    void checkEmpty() {
        Guard.that(available.total().signum() == 0 && held.total().signum() == 0, () -> Refusal.of(
                        AllocationRefusals.ALLOCATION_NOT_EMPTY)
                .with("available", available())
                .with("held", held()));
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

    private BigDecimal exact(BigDecimal amount) {
        return currency.isEmpty() ? amount : amount.add(Amounts.zero(currency));
    }

    private void assign(LocalDate day, BigDecimal change) {
        available.add(day, change);
        allocated = allocated.add(change);
    }

    @EventSourcingHandler
    void on(AllocationBegun e) {
        currency = e.currency();
        assign(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(OpeningPaymentRecorded e) {
        allocated = allocated.add(e.amount());
    }

    @EventSourcingHandler
    void on(OpeningPaymentReversed e) {
        allocated = allocated.subtract(e.amount());
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
    void on(FundsHeld e) {
        available.add(e.effectiveDate(), e.amount().negate());
        held.add(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(HoldReleased e) {
        available.add(e.effectiveDate(), e.amount());
        held.add(e.effectiveDate(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(FundsSpent e) {
        held.add(e.effectiveDate(), e.held().negate());
        available.add(e.effectiveDate(), e.held().subtract(e.amount()));
    }

    @EventSourcingHandler
    void on(FundsRestored e) {
        available.add(e.effectiveDate(), e.amount());
    }

    @EventSourcingHandler
    void on(FundsNotRestored e) {
        allocated = allocated.subtract(e.amount());
    }

    @EventSourcingHandler
    void on(ReturnReversed e) {
        if (e.fromAllocation()) {
            available.add(e.effectiveDate(), e.amount().negate());
        } else {
            allocated = allocated.add(e.amount());
        }
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
        boolean loses = AllocationEntryReversed.loses(e.movement());
        assign(e.effectiveDate(), loses ? e.amount().negate() : e.amount());
    }

    @EventSourcingHandler
    void on(VirementReceiptReversed e) {
        assign(e.effectiveDate(), e.amount().negate());
    }
}
