package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.allocation.event.TrancheConditionConfirmed;
import org.specialfund.ledger.core.allocation.event.TranchesAgreed;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.ExpectedVersion;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The tranches of an allocation: n pays when its condition is confirmed and n−1 is paid. Not thread-safe. */
final class Tranches {

    private int version;
    private final TreeMap<Integer, Tranche> agreed = new TreeMap<>();
    private final TreeMap<Integer, BigDecimal> taken = new TreeMap<>();
    private final TreeMap<Integer, BigDecimal> paid = new TreeMap<>();
    private final TreeMap<Integer, Boolean> confirmed = new TreeMap<>();
    private String agreedBy = "";

    /**
     * Refuses where they were agreed anew since the actor looked, and tranches that do not add up to the allocation or
     * fall below what was taken of them.
     */
    TranchesAgreed agree(AgreeTranches c, List<Tranche> anew, BigDecimal allocated, String person) {
        ExpectedVersion.check(c.expectedVersion(), version);
        BigDecimal sum = anew.stream().map(Tranche::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Guard.that(sum.compareTo(allocated) == 0, () -> Refusal.of(AllocationRefusals.TRANCHES_DIFFER)
                .with("sum", sum)
                .with("allocated", allocated));
        Map<Integer, BigDecimal> revised = new TreeMap<>();
        anew.forEach(tranche -> revised.put(tranche.number(), tranche.amount()));
        taken.forEach((number, amount) -> {
            BigDecimal part = revised.getOrDefault(number, BigDecimal.ZERO.setScale(amount.scale()));
            Guard.that(part.compareTo(amount) >= 0, () -> Refusal.of(AllocationRefusals.TRANCHE_BELOW_TAKEN)
                    .with("tranche", number)
                    .with("requested", part)
                    .with("taken", amount));
        });
        return new TranchesAgreed(c.allocationNo(), anew, person, c.documentRef(), c.documentSha256());
    }

    /** Refuses to confirm a tranche that is not there, is confirmed, or was agreed by the same person. */
    TrancheConditionConfirmed confirm(ConfirmTrancheCondition c, String person) {
        Guard.that(!agreedBy.equals(person), () -> Refusal.of(CommonRefusals.SAME_PERSON));
        checkKnown(c.tranche());
        Guard.that(!confirmed.getOrDefault(c.tranche(), false), () -> Refusal.of(AllocationRefusals.TRANCHE_CONFIRMED)
                .with("tranche", c.tranche()));
        return new TrancheConditionConfirmed(c.allocationNo(), c.tranche(), c.documentRef(), c.documentSha256());
    }

    /** Refuses a payment that the tranche does not allow; an allocation without tranches takes none by number. */
    void checkPays(@Nullable Integer number, BigDecimal amount) {
        if (number == null) {
            Guard.that(agreed.isEmpty(), () -> Refusal.of(AllocationRefusals.TRANCHE_NEEDED));
            return;
        }
        BigDecimal part = checkKnown(number).amount();
        Guard.that(confirmed.getOrDefault(number, false), () -> Refusal.of(AllocationRefusals.TRANCHE_NOT_CONFIRMED)
                .with("tranche", number));
        int earlier = number - 1;
        Guard.that(
                earlier == 0 || of(paid, earlier).compareTo(checkKnown(earlier).amount()) >= 0,
                () -> Refusal.of(AllocationRefusals.EARLIER_TRANCHE_UNPAID)
                        .with("tranche", number)
                        .with("earlier", earlier));
        checkLeft(number, amount, part.subtract(of(taken, number)));
    }

    /** Refuses a corrected payment that the tranche does not cover; one of no tranche, or one gone since, is free. */
    void checkCorrects(@Nullable Integer number, BigDecimal was, BigDecimal is) {
        Tranche tranche = number == null ? null : agreed.get(number);
        if (number != null && tranche != null) {
            checkLeft(number, is, tranche.amount().subtract(of(taken, number)).add(was));
        }
    }

    /** Refuses to take again what the tranche has given to another payment; a tranche no longer there is free. */
    void checkPaysAgain(@Nullable Integer number, BigDecimal amount) {
        checkCorrects(number, BigDecimal.ZERO, amount);
    }

    /** The number of the last one; 0 where there is none. */
    int last() {
        return agreed.isEmpty() ? 0 : agreed.lastKey();
    }

    private static void checkLeft(int number, BigDecimal amount, BigDecimal left) {
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(AllocationRefusals.EXCEEDS_TRANCHE)
                .with("tranche", number)
                .with("requested", amount)
                .with("left", left));
    }

    private Tranche checkKnown(int number) {
        return Guard.present(agreed.get(number), () -> Refusal.of(AllocationRefusals.UNKNOWN_TRANCHE)
                .with("tranche", number));
    }

    private static BigDecimal of(Map<Integer, BigDecimal> map, int number) {
        return map.getOrDefault(number, BigDecimal.ZERO);
    }

    private void take(@Nullable Integer number, BigDecimal change) {
        if (number != null) {
            taken.merge(number, change, BigDecimal::add);
        }
    }

    private void pay(@Nullable Integer number, BigDecimal change) {
        if (number != null) {
            paid.merge(number, change, BigDecimal::add);
        }
    }

    /** Replaces the tranches; what changed is to be confirmed anew. */
    @EventSourcingHandler
    void on(TranchesAgreed e) {
        version++;
        agreedBy = e.agreedBy();
        e.tranches().stream()
                .filter(tranche -> !tranche.equals(agreed.get(tranche.number())))
                .forEach(tranche -> confirmed.remove(tranche.number()));
        agreed.clear();
        e.tranches().forEach(tranche -> agreed.put(tranche.number(), tranche));
        confirmed.keySet().retainAll(agreed.keySet());
    }

    @EventSourcingHandler
    void on(TrancheConditionConfirmed e) {
        confirmed.put(e.tranche(), true);
    }

    @EventSourcingHandler
    void on(FundsHeld e) {
        take(e.tranche(), e.amount());
    }

    @EventSourcingHandler
    void on(HoldReleased e) {
        take(e.tranche(), e.amount().negate());
    }

    @EventSourcingHandler
    void on(FundsSpent e) {
        take(e.tranche(), e.amount().subtract(e.held()));
        pay(e.tranche(), e.amount());
    }

    @EventSourcingHandler
    void on(ReturnReversed e) {
        take(e.tranche(), e.amount());
        pay(e.tranche(), e.amount());
    }

    @EventSourcingHandler
    void on(FundsRestored e) {
        take(e.tranche(), e.amount().negate());
        pay(e.tranche(), e.amount().negate());
    }
}
