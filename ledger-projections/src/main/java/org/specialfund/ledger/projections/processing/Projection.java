package org.specialfund.ledger.projections.processing;

import java.util.List;

/**
 * Folds events into tables. A projection has a PostgreSQL schema of its own, which also holds the tables
 * {@code progress} and {@code gap}. It keeps nothing in memory between batches: a batch may have been rolled back, and
 * the next may go to other tables.
 */
public interface Projection {

    /** The name of its schema: frozen. */
    String name();

    /**
     * Folds a batch, in order of position, within a transaction that the frame began. No event comes twice, but one may
     * come after events of higher positions: what it changes in their rows must be computed anew. Throws where an event
     * makes no sense: nothing of the batch is kept then, and the projection stops.
     *
     * @param schema where to write: the projection's own, or the one that a rebuild prepares
     */
    void apply(String schema, List<RecordedEvent> batch);
}
