package org.specialfund.ledger.projections.processing;

import java.util.List;
import java.util.Set;

/**
 * Fills the empty tables of a projection with a long history, page after page. What it keeps in memory must be bounded
 * by what is in the ledger, not by how long that went on. For one thread, once.
 */
@FunctionalInterface
public interface Filling {

    /**
     * Tables that are only added to while they are filled: neither read nor changed. They have no keys and indexes
     * until the end; other tables have their keys.
     */
    default Set<String> onlyAddedTo() {
        return Set.of();
    }

    /**
     * Takes the next events, in order of position, within a transaction that the frame began. What it writes is dropped
     * where this throws.
     */
    void add(List<RecordedEvent> page);

    /** False where it should be ended with what it has: the rest then comes by {@link Projection#apply}. */
    default boolean hasRoom() {
        return true;
    }

    /** Writes what it has kept, within a transaction that may take long. */
    default void end() {}
}
