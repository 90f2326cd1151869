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
    static final int HOT = 5_000;
    /** Who is paid from an allocation, of all payees; from the hot one, which is a subsidy, any. */
    private static final int PAYEES = 5;

    Payment next() {
        return of(hot ? HOT : random.nextInt(1, ALLOCATIONS + 1), hot, random);
    }

    /** A payment of that allocation, which pays five, or all where it is a subsidy. */
    static Payment of(int allocation, boolean subsidy, SplittableRandom random) {
        int payee = subsidy ? random.nextInt(Preparation.PAYEES) : allocation * PAYEES + random.nextInt(PAYEES);
        return new Payment(
                allocation,
                1 + payee % Preparation.PAYEES,
                random.nextInt(1, 1001),
                new UUID(random.nextLong(), random.nextLong()).toString());
    }
}
