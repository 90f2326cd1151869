package org.specialfund.ledger.core;

import java.util.List;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.shared.Refusal;

/** Refusals of an atomic batch, to be recorded after the batch itself was rolled back. */
public record RefusedItems(List<Refused> items) {

    /** Copies the items. */
    public RefusedItems {
        items = List.copyOf(items);
    }

    /** An item and why it was refused. */
    public record Refused(Item item, Refusal refusal) {}
}
