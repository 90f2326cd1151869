package org.specialfund.ledger.bench;

/**
 * What a ratio, ours divided by theirs, must be.
 *
 * @param atLeast whether it must be at least the bound, else at most
 */
record Target(double bound, boolean atLeast) {

    static Target atLeast(double bound) {
        return new Target(bound, true);
    }

    static Target atMost(double bound) {
        return new Target(bound, false);
    }

    boolean isReached(double ratio) {
        return atLeast ? ratio >= bound : ratio <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? ">=" : "<=") + " " + Figure.number(bound);
    }
}
