package org.specialfund.ledger.api.store;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.StaleAggregateException;

/** Tells a conflict, after which the same command may well succeed, from any other failure. */
final class Conflicts {

    /** Unique violation, serialization failure, deadlock, lock timeout. */
    private static final Set<String> SQL_STATES = Set.of("23505", "40001", "40P01", "55P03");

    private Conflicts() {}

    /** Whether the failure, or what caused it, is a conflict. */
    static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATES.contains(String.valueOf(sql.getSQLState()))
                    || cause instanceof ConcurrencyException
                    || cause instanceof StaleAggregateException
                    || cause instanceof DeadlockException
                    || cause instanceof LockAcquisitionFailedException) {
                return true;
            }
        }
        return false;
    }
}
