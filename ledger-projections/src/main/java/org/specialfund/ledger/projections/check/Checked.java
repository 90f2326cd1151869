package org.specialfund.ledger.projections.check;

import java.util.List;

/**
 * What a check has found.
 *
 * @param position up to which the balances were checked
 * @param accounts how many accounts were recomputed
 * @param postings how many postings were
 * @param differences how many rows differ
 * @param first the first of them, at most {@value BalanceCheck#MOST_NAMED}
 */
public record Checked(long position, long accounts, long postings, long differences, List<Difference> first) {

    /** Copies the differences. */
    public Checked {
        first = List.copyOf(first);
    }
}
