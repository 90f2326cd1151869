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
    /** Who is paid from an allocation, of all payees; from the hot one, which is a subsidy, any. */
    private static final int PAYEES = 5;

    Payment next() {
        int allocation = hot ? HOT : random.nextInt(1, ALLOCATIONS + 1);
        return new Payment(
                allocation,
                1
                        + (hot ? random.nextInt(Preparation.PAYEES) : allocation * PAYEES + random.nextInt(PAYEES))
                                % Preparation.PAYEES,
                random.nextInt(1, 1001),
                new UUID(random.nextLong(), random.nextLong()).toString());
    }
}
