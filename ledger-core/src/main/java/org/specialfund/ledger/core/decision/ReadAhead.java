package org.specialfund.ledger.core.decision;

import java.util.Collection;

/**
 * Reads many streams at once, before they are loaded one by one in the same unit of work. A hint: whoever ignores it is
 * slower and nothing else. What was read may be behind when the aggregate is locked, as one kept in memory may.
 */
@FunctionalInterface
public interface ReadAhead {

    /** Names streams by their ids; before a command they are read together with the facts of the gates. */
    void read(Collection<String> streams);
}
