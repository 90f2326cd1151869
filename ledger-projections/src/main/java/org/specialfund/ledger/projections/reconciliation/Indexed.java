package org.specialfund.ledger.projections.reconciliation;

import java.util.List;

/**
 * Where the events of a month lie, as far as they are indexed.
 *
 * @param positions found, and those that may still hold an event of any kind
 * @param reached what lies behind is not indexed yet
 */
public record Indexed(List<Long> positions, long reached) {

    /** Copies the positions. */
    public Indexed {
        positions = List.copyOf(positions);
    }
}
