package org.specialfund.ledger.core;

import java.util.List;
import org.specialfund.ledger.core.decision.Item;

/**
 * Commands decided one after the other in one unit of work: the one message by which commands reach the ledger. One
 * command is a batch of one.
 *
 * @param atomic whether a refusal of one refuses all
 */
public record Batch(List<Item> items, boolean atomic) {

    /** Copies the items; refuses none at all. */
    public Batch {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a batch of nothing");
        }
    }
}
