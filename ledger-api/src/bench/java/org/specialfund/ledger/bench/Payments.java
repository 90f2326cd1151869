package org.specialfund.ledger.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What payments are made of: the same on both sides. Of one client.
 *
 * @param hot whether all are of one allocation
 */
record Payments(SplittableRandom random, boolean hot) {

    static final int FUNDS = 100;
    static final int ALLOCATIONS = 10_000;
    private static final int HOT = 5_000;

    /** The number of an allocation, from 1. */
    int allocation() {
        return hot ? HOT : random.nextInt(1, ALLOCATIONS + 1);
    }

    /** An idempotency key as clients make them. */
    static String key(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
