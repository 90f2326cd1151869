package org.specialfund.ledger.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The payments of one client: of the same kind on both sides.
 *
 * @param hot whether all are of one allocation
 */
record Payments(SplittableRandom random, boolean hot) {

    static final int FUNDS = 100;
    static final int ALLOCATIONS = 10_000;
    private static final int HOT = 5_000;

    Payment next() {
        return new Payment(
                hot ? HOT : random.nextInt(1, ALLOCATIONS + 1),
                random.nextInt(1, Preparation.PAYEES + 1),
                random.nextInt(1, 1001),
                new UUID(random.nextLong(), random.nextLong()).toString());
    }
}
