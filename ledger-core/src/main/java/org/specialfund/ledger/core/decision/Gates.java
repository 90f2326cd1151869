package org.specialfund.ledger.core.decision;

import java.util.Map;
import java.util.Set;

/**
 * The gates, kept where their locks are: in the database that commits the events. Used inside a unit of work; the locks
 * last until its transaction ends. Thread-safe.
 */
public interface Gates {

    /**
     * Locks the gates in the order of their names, shared those that are read and exclusively those that are changed,
     * then reads them. Call once in a unit of work, before any aggregate is loaded.
     *
     * @return the facts of those gates that have any
     */
    Map<GateKey<?>, Object> enter(Set<GateKey<?>> read, Set<GateKey<?>> changed);

    /** Writes the facts of gates that are locked exclusively. */
    void write(Map<GateKey<?>, Object> facts);
}
