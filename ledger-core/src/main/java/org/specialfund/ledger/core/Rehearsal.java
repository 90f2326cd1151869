package org.specialfund.ledger.core;

import java.util.List;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.decision.Outcome;

/**
 * Decides commands one after the other on top of what is stored, each seeing the effect of those before it, and records
 * nothing. Of one thread; as large as the aggregates that were touched.
 */
public final class Rehearsal {

    private final ItemDecider decider;
    private final RehearsalBooks books;

    Rehearsal(ItemDecider decider, RehearsalBooks books) {
        this.decider = decider;
        this.books = books;
    }

    /** Reads together what these items need, where each would be read on its own; then they are to be decided. */
    public void readAhead(List<Item> items) {
        books.readAhead(decider.needs(items, books.lookup()).aggregates());
    }

    /** What would become of the item now; its events name nothing that is stored. */
    public Outcome decide(Item item) {
        return decider.decide(item, books);
    }
}
