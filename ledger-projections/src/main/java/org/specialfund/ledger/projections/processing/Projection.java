package org.specialfund.ledger.projections.processing;

import java.util.List;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * Folds events into tables. A projection has a PostgreSQL schema of its own, which also holds the tables
 * {@code progress} and {@code gap}. It keeps nothing in memory between batches: a batch may have been rolled back, and
 * the next may go to other tables.
 */
public interface Projection {

    /** The name of its schema: frozen. */
    String name();

    /**
     * Whether an event that it cannot take is set aside as a dead letter, with those of the same stream that follow,
     * while the others go on. Never where money is added up: a total that is silently wrong is worse than one that is
     * missing. Its schema has a table {@code dead_letter} then.
     */
    default boolean setsAside() {
        return false;
    }

    /**
     * Whether events of that class may change anything here: no others are brought to it, and batches without any cost
     * no transaction of their own. The same answer every time.
     *
     * @param event a record
     */
    default boolean wants(Class<? extends LedgerEvent> event) {
        return true;
    }

    /**
     * Folds a batch, in order of position, within a transaction that the frame began. No event comes twice, but one may
     * come after events of higher positions: what it changes in their rows must be computed anew. Throws where an event
     * makes no sense: nothing of the batch is kept then, and the projection stops before
     * that event or sets it aside.
     *
     * @param schema where to write: the projection's own, or the one that a rebuild prepares
     */
    void apply(String schema, List<RecordedEvent> batch);

    /** Fills the empty tables of a schema with what the same events would make by {@link #apply}. */
    default Filling filling(String schema) {
        return page -> apply(schema, page);
    }
}
