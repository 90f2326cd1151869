package org.specialfund.ledger.core.posting;

import java.util.List;

/** An event of the ledger. Implemented by records, listed by the sealed interface of their feature. */
public interface LedgerEvent {

    /** What the event moves; empty where it moves nothing or where its partner posts. Sums to zero. */
    default List<Posting> postings() {
        return List.of();
    }
}
