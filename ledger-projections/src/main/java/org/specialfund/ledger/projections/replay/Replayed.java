package org.specialfund.ledger.projections.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a fund add up to.
 *
 * @param events how many were read; 0 where there is no such fund
 * @param balances by account name
 */
public record Replayed(long events, Map<String, BigDecimal> balances, State state) {

    /** Copies the balances. */
    public Replayed {
        balances = Map.copyOf(balances);
    }

    /**
     * What the fund stands under.
     *
     * @param rulesVersion the last version set, whether its day has come or not
     * @param closedOn null while it is open
     * @param suspendedCauses payments stand still while there is any
     * @param years {@code open}, {@code closing} or {@code closed}, by year
     */
    public record State(
            int rulesVersion, @Nullable LocalDate closedOn, Set<String> suspendedCauses, Map<Integer, String> years) {

        /** Copies, in order. */
        public State {
            suspendedCauses = new TreeSet<>(suspendedCauses);
            years = new TreeMap<>(years);
        }
    }
}
