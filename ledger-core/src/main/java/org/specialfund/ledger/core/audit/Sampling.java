package org.specialfund.ledger.core.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.specialfund.ledger.core.audit.event.SampleDrawn;
import org.specialfund.ledger.core.audit.event.SampledItem;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * Draws samples that any other program can draw again.
 *
 * <p><b>Numbers.</b> The {@code i}-th number of a stratum, from 0, is the SHA-256 of the UTF-8 of
 * {@code seed + ":" + stratum + ":" + i}, {@code i} in decimal, read as an unsigned big-endian integer;
 * {@code number mod m} is a number below {@code m}.
 *
 * <p><b>Drawing n of a list without replacement.</b> For {@code k} from 0 to {@code n-1}: exchange the elements
 * {@code k} and {@code k + (number k mod (length - k))}. The first {@code n} elements are drawn, in that order.
 *
 * <p><b>random.</b> Draws {@code size} of all items, in the population's order, with the stratum {@code random}.
 *
 * <p><b>monetary-unit.</b> Amounts are counted in the smallest unit of the currency. Of the positive items with the
 * sum {@code T}, the interval is {@code I = floor(T / size)}. Every item of at least {@code I} is taken whole (stratum
 * {@code certainty}). The others stand in the population's order and are cumulated; the start is
 * {@code R = 1 + (number 0 of "start" mod I)}, and the item that holds the unit {@code R + k * I}, for
 * {@code k = 0, 1, ...} to the end, is taken (stratum {@code systematic}); none is taken twice. Of the negative items
 * {@code negatives}, or all where there are fewer, are drawn with the stratum {@code negative}. Answers certainty
 * items, systematic ones and negative ones, in this order.
 */
public final class Sampling {

    private Sampling() {}

    /** Draws again what was drawn. */
    public static List<SampledItem> again(SampleDrawn drawn, Population population) {
        return draw(drawn.method(), drawn.seed(), drawn.size(), drawn.negatives(), population);
    }

    /** Draws; refuses more items than there are to draw from, of positive ones in monetary-unit sampling. */
    static List<SampledItem> draw(String method, String seed, int size, int negatives, Population population) {
        boolean random = method.equals("random");
        List<PopulationItem> from =
                random ? population.items() : ofSign(population, 1).toList();
        Guard.that(size <= from.size(), () -> Refusal.of(AuditRefusals.SAMPLE_TOO_LARGE)
                .with("population", from.size())
                .with("size", size));
        if (random) {
            return drawn(from, size, seed, "random");
        }
        List<SampledItem> items = new ArrayList<>(byUnits(from, size, seed));
        items.addAll(drawn(ofSign(population, -1).toList(), negatives, seed, "negative"));
        return items;
    }

    private static Stream<PopulationItem> ofSign(Population population, int sign) {
        return population.items().stream().filter(item -> item.amount().signum() == sign);
    }

    private static List<SampledItem> drawn(List<PopulationItem> from, int size, String seed, String stratum) {
        List<PopulationItem> items = new ArrayList<>(from);
        int taken = Math.min(size, items.size());
        for (int k = 0; k < taken; k++) {
            BigInteger left = BigInteger.valueOf(items.size() - k);
            Collections.swap(items, k, k + number(seed, stratum, k).mod(left).intValueExact());
        }
        return items.subList(0, taken).stream()
                .map(item -> sampled(item, stratum))
                .toList();
    }

    private static List<SampledItem> byUnits(List<PopulationItem> from, int size, String seed) {
        BigInteger total = from.stream().map(Sampling::units).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger interval = total.divide(BigInteger.valueOf(size));
        List<SampledItem> certain = new ArrayList<>();
        List<SampledItem> systematic = new ArrayList<>();
        BigInteger next = number(seed, "start", 0).mod(interval).add(BigInteger.ONE);
        BigInteger cumulated = BigInteger.ZERO;
        for (PopulationItem item : from) {
            BigInteger units = units(item);
            if (units.compareTo(interval) >= 0) {
                certain.add(sampled(item, "certainty"));
                continue;
            }
            cumulated = cumulated.add(units);
            if (cumulated.compareTo(next) >= 0) {
                systematic.add(sampled(item, "systematic"));
                next = next.add(interval);
            }
        }
        certain.addAll(systematic);
        return certain;
    }

    private static BigInteger units(PopulationItem item) {
        return item.amount().unscaledValue();
    }

    private static BigInteger number(String seed, String stratum, int i) {
        return new BigInteger(1, Sha256.of(seed + ":" + stratum + ":" + i));
    }

    private static SampledItem sampled(PopulationItem item, String stratum) {
        BigDecimal amount = item.amount();
        return new SampledItem(item.reference(), item.allocationNo(), item.payee(), item.kind(), amount, stratum);
    }
}
