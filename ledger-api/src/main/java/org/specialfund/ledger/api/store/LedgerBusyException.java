package org.specialfund.ledger.api.store;

/** Too many others changed the same thing at the same time: nothing was recorded, and the command may be sent again. */
@SuppressWarnings("serial") // never serialized
public final class LedgerBusyException extends RuntimeException {

    LedgerBusyException(Throwable lastConflict) {
        super("gave up after conflicts: " + lastConflict.getMessage(), lastConflict);
    }
}
