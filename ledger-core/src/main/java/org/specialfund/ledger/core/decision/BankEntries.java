package org.specialfund.ledger.core.decision;

import java.time.LocalDate;
import java.util.List;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** Finds what a fund's bank account should show, where events have positions. Thread-safe. */
@FunctionalInterface
public interface BankEntries {

    /** A position that is after every event. */
    long ALL = Long.MAX_VALUE;

    /**
     * An event on a payment that its bank may know of.
     *
     * @param ref names it
     */
    record Entry(EventRef ref, MoneyEvent event) {}

    /**
     * Payments of a fund, what came back of them and the reversals of both, effective within days, both included, in any
     * order. Costs as much as there are in these days, and what is too new to be indexed.
     *
     * @param upTo position of the store's global order
     */
    List<Entry> dated(String fundCode, LocalDate from, LocalDate to, long upTo);
}
