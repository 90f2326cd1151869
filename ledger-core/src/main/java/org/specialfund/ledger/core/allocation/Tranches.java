package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** The tranches of an allocation: n pays when its condition is confirmed and n−1 is paid. Not thread-safe. */
final class Tranches {

    private final TreeMap<Integer, BigDecimal> amounts = new TreeMap<>();
    private final TreeMap<Integer, BigDecimal> taken = new TreeMap<>();
    private final TreeMap<Integer, BigDecimal> paid = new TreeMap<>();
    private final TreeMap<Integer, Boolean> confirmed = new TreeMap<>();

    /** Refuses tranches that do not add up to the allocation, or fall below what was taken of them. */
    void checkAgrees(List<Tranche> agreed, BigDecimal allocated) {
        BigDecimal sum = agreed.stream().map(Tranche::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Guard.that(sum.compareTo(allocated) == 0, () -> Refusal.of(AllocationRefusals.TRANCHES_DIFFER)
                .with("sum", sum)
                .with("allocated", allocated));
        Map<Integer, BigDecimal> revised = new TreeMap<>();
        agreed.forEach(tranche -> revised.put(tranche.number(), tranche.amount()));
        taken.forEach((number, amount) ->
                Guard.that(revised.getOrDefault(number, BigDecimal.ZERO).compareTo(amount) >= 0, () -> Refusal.of(
                                AllocationRefusals.TRANCHE_BELOW_TAKEN)
                        .with("tranche", number)
                        .with("requested", revised.getOrDefault(number, BigDecimal.ZERO))
                        .with("taken", amount)));
    }

    /** Refuses to confirm a tranche that is not there, or is confirmed. */
    void checkConfirms(int number) {
        checkKnown(number);
        Guard.that(!confirmed.getOrDefault(number, false), () -> Refusal.of(AllocationRefusals.TRANCHE_CONFIRMED)
                .with("tranche", number));
    }

    /** Refuses a payment that the tranche does not allow; an allocation without tranches takes none by number. */
    void checkPays(@Nullable Integer number, BigDecimal amount) {
        if (number == null) {
            Guard.that(amounts.isEmpty(), () -> Refusal.of(AllocationRefusals.TRANCHE_NEEDED));
            return;
        }
        BigDecimal agreed = checkKnown(number);
        Guard.that(confirmed.getOrDefault(number, false), () -> Refusal.of(AllocationRefusals.TRANCHE_NOT_CONFIRMED)
                .with("tranche", number));
        int earlier = number - 1;
        Guard.that(earlier == 0 || of(paid, earlier).compareTo(of(amounts, earlier)) >= 0, () -> Refusal.of(
                        AllocationRefusals.EARLIER_TRANCHE_UNPAID)
                .with("tranche", number)
                .with("earlier", earlier));
        BigDecimal left = agreed.subtract(of(taken, number));
        Guard.that(amount.compareTo(left) <= 0, () -> Refusal.of(AllocationRefusals.EXCEEDS_TRANCHE)
                .with("tranche", number)
                .with("requested", amount)
                .with("left", left));
    }

    void agree(List<Tranche> agreed) {
        amounts.clear();
        agreed.forEach(tranche -> amounts.put(tranche.number(), tranche.amount()));
    }

    void confirm(int number) {
        confirmed.put(number, true);
    }

    /** Notes what is taken, held or paid; negative where it is given back. */
    void take(@Nullable Integer number, BigDecimal change) {
        if (number != null) {
            taken.merge(number, change, BigDecimal::add);
        }
    }

    /** Notes what is paid; negative where it came back. */
    void pay(@Nullable Integer number, BigDecimal change) {
        if (number != null) {
            paid.merge(number, change, BigDecimal::add);
        }
    }

    private BigDecimal checkKnown(int number) {
        return Guard.present(amounts.get(number), () -> Refusal.of(AllocationRefusals.UNKNOWN_TRANCHE)
                .with("tranche", number));
    }

    private static BigDecimal of(Map<Integer, BigDecimal> map, int number) {
        return map.getOrDefault(number, BigDecimal.ZERO);
    }
}
