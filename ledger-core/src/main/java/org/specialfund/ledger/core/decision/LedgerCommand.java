package org.specialfund.ledger.core.decision;

/**
 * A command: a record of raw values, because a proposal keeps it as data. Its constructor refuses what is malformed
 * with a {@link MalformedException}; what the ledger decides is decided by its handler.
 */
public interface LedgerCommand {

    /** Who may give it. */
    Duty duty();

    /** Refuses an amount whose sign is wrong, before anything else is looked at. */
    default void checkSign() {}
}
