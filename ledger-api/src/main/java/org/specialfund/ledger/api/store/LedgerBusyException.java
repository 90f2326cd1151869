package org.specialfund.ledger.api.store;

/**
 * Too many others changed the same thing at the same time, or the database ended the transaction. The command is to be
 * sent again under the same id: nothing was recorded, or it gets the answer that was lost with the connection.
 */
@SuppressWarnings("serial") // never serialized
public final class LedgerBusyException extends RuntimeException {

    LedgerBusyException(Throwable last) {
        super("gave up: " + last.getMessage(), last);
    }
}
