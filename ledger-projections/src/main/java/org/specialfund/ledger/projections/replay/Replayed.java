package org.specialfund.ledger.projections.replay;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the events of a fund add up to.
 *
 * @param events how many were read; 0 where there is no such fund
 * @param balances by account name
 */
public record Replayed(long events, Map<String, BigDecimal> balances) {

    /** Copies the balances. */
    public Replayed {
        balances = Map.copyOf(balances);
    }
}
