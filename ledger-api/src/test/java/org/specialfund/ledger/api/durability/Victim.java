package org.specialfund.ledger.api.durability;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** What ends in the middle of its work. */
enum Victim {
    APPLICATION,
    DATABASE,
    BOTH,
    /** Not killed: told to stop, as an operator does. */
    STOPPED;

    private static final List<Victim> KILLED = List.of(APPLICATION, DATABASE, BOTH);

    /** Each in its turn first, then as it comes; after so many kills one that is stopped in order. */
    static Victim of(int round, int kills, Random random) {
        if (round > kills) {
            return STOPPED;
        }
        return KILLED.get(round <= KILLED.size() ? round - 1 : random.nextInt(KILLED.size()));
    }

    /** Ends it; returns when it has ended. */
    void strike(LedgerProcess ledger) throws IOException, InterruptedException {
        switch (this) {
            case APPLICATION -> ledger.kill();
            case DATABASE -> ledger.killDatabase();
            case BOTH -> {
                ledger.killDatabase();
                ledger.kill();
            }
            case STOPPED -> ledger.close();
        }
    }
}
