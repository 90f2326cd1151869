package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.Tranche;
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

    /** Refuses where they were agreed anew since; null expects nothing. */
    void checkVersion(@Nullable Integer expected) {
        ExpectedVersion.check(expected, version);
    }

    /** Refuses tranches that do not add up to the allocation, or fall below what was taken of them. */
    void checkAgrees(List<Tranche> anew, BigDecimal allocated) {
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

    /** Replaces the tranches; what changed is to be confirmed anew. */
    void agree(List<Tranche> anew) {
        version++;
        anew.stream()
                .filter(tranche -> !tranche.equals(agreed.get(tranche.number())))
                .forEach(tranche -> confirmed.remove(tranche.number()));
        agreed.clear();
        anew.forEach(tranche -> agreed.put(tranche.number(), tranche));
        confirmed.keySet().retainAll(agreed.keySet());
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
}
