package org.specialfund.ledger.api.importing;

/** Opens rehearsals: each decides on the ledger as it is, remembers what it accepted, and records nothing. */
@FunctionalInterface
interface Rehearser {

    /** A new rehearsal. */
    ImportRun.Decider open();
}
