package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.DayBalances;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What is unallocated on every day, in all and by the year whose budget it came from; the years always add up to the
 * whole. Not thread-safe.
 */
final class Origins {

    private final DayBalances all = new DayBalances();
    private final TreeMap<Integer, DayBalances> years = new TreeMap<>();

    void add(int originYear, LocalDate day, BigDecimal change) {
        all.add(day, change);
        years.computeIfAbsent(originYear, y -> new DayBalances()).add(day, change);
    }

    BigDecimal on(LocalDate day, String currency) {
        return all.on(day).add(Amounts.zero(currency));
    }

    /** By origin year; years that have nothing on that day are left out. */
    Map<Integer, BigDecimal> byYearOn(LocalDate day, String currency) {
        TreeMap<Integer, BigDecimal> amounts = new TreeMap<>();
        years.forEach((year, balances) -> amounts.put(year, balances.on(day).add(Amounts.zero(currency))));
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    /** Refuses what the whole, or then the origin, does not cover on the day and every later one. */
    void checkCovers(int originYear, LocalDate day, BigDecimal amount, String currency) {
        DayBalances.Shortfall shortfall = all.shortfallAfter(day, amount.negate());
        if (shortfall != null) {
            throw Refusal.of(FundYearRefusals.EXCEEDS_UNALLOCATED)
                    .with("requested", amount)
                    .with("available", left(all, day, currency))
                    .with("firstDay", shortfall.firstDay())
                    .with("balance", shortfall.balance())
                    .asException();
        }
        DayBalances origin = years.getOrDefault(originYear, new DayBalances());
        if (origin.shortfallAfter(day, amount.negate()) != null) {
            throw Refusal.of(FundYearRefusals.EXCEEDS_ORIGIN)
                    .with("requested", amount)
                    .with("originYear", originYear)
                    .with("left", left(origin, day, currency))
                    .with("origins", leftByYear(day, currency))
                    .asException();
        }
    }

    private String leftByYear(LocalDate day, String currency) {
        return years.entrySet().stream()
                .map(year -> year.getKey() + " "
                        + left(year.getValue(), day, currency).toPlainString())
                .collect(Collectors.joining(", "));
    }

    /** An origin may be overdrawn by events from before it was kept with every entry: nothing is left of it then. */
    private static BigDecimal left(DayBalances balances, LocalDate day, String currency) {
        return balances.leastFrom(day).max(BigDecimal.ZERO).add(Amounts.zero(currency));
    }
}
