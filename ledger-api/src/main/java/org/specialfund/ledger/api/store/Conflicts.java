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

    /**
     * Ends of a transaction that are not the command's fault: statement, idle and transaction timeouts, the database
     * stopped or restarted. Any of class 08 is a connection that broke.
     */
    private static final Set<String> CUT_OFF = Set.of("25P03", "25P04", "57014", "57P01", "57P02", "57P03");

    private Conflicts() {}

    /**
     * Whether the database ended the transaction, or the connection to it broke. Where that was while it committed,
     * nobody knows whether it did, until the command is sent again.
     */
    static boolean isCutOff(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (state.startsWith("08") || CUT_OFF.contains(state)) {
                    return true;
                }
            }
        }
        return false;
    }

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
