package org.specialfund.ledger.core.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one account on every day: the net change by day, days with entries only. Its size is bounded by the
 * calendar, not by the number of entries. Not thread-safe.
 */
public final class DayBalances {

    private final TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();

    /** Adds a change, which may be negative, on a day. */
    public void add(LocalDate day, BigDecimal change) {
        changes.merge(day, change, BigDecimal::add);
    }

    /** These balances and one more change, apart from these. */
    public DayBalances with(LocalDate day, BigDecimal change) {
        DayBalances more = new DayBalances();
        more.changes.putAll(changes);
        more.add(day, change);
        return more;
    }

    /** The net change by day, days with entries only; a view. */
    public SortedMap<LocalDate, BigDecimal> changes() {
        return Collections.unmodifiableSortedMap(changes);
    }

    /** The sum of all changes; zero, without scale, where there is none. */
    public BigDecimal total() {
        return sum(changes);
    }

    /** The sum of the changes up to and on a day. */
    public BigDecimal on(LocalDate day) {
        return sum(changes.headMap(day, true));
    }

    /** The first day on which the balance would be below zero after these changes by day; null where there is none. */
    public @Nullable Shortfall shortfallAfter(NavigableMap<LocalDate, BigDecimal> more) {
        if (more.isEmpty()) {
            return null;
        }
        LocalDate from = more.firstKey();
        TreeMap<LocalDate, BigDecimal> later = new TreeMap<>(changes.tailMap(from, true));
        more.forEach((day, change) -> later.merge(day, change, BigDecimal::add));
        BigDecimal balance = sum(changes.headMap(from, false));
        for (Map.Entry<LocalDate, BigDecimal> day : later.entrySet()) {
            balance = balance.add(day.getValue());
            if (balance.signum() < 0) {
                return new Shortfall(day.getKey(), balance);
            }
        }
        return null;
    }

    /** The same for a single change. */
    public @Nullable Shortfall shortfallAfter(LocalDate day, BigDecimal change) {
        return shortfallAfter(new TreeMap<>(Map.of(day, change)));
    }

    /** What could be taken on a day without the balance falling below zero on it or any later day. */
    public BigDecimal leastFrom(LocalDate day) {
        BigDecimal balance = on(day);
        BigDecimal least = balance;
        for (BigDecimal change : changes.tailMap(day, false).values()) {
            balance = balance.add(change);
            least = least.min(balance);
        }
        return least;
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> days) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal change : days.values()) {
            sum = sum.add(change);
        }
        return sum;
    }

    /**
     * A day on which a balance would be below zero.
     *
     * @param balance below zero
     */
    public record Shortfall(LocalDate firstDay, BigDecimal balance) {}
}
