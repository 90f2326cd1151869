package org.specialfund.ledger.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * One command of a batch, with who stands behind it and what it is traced by.
 *
 * @param commandId the client's idempotency key, or the identity of an import row
 * @param requestHash of the request; null where there is no request
 * @param correlationId of everything that belongs together; the command id where there is nothing wider
 * @param causationId the proposal or import that caused it; null where a person did
 * @param refusalKey makes a refusal's identity, so that it is recorded once; null records every refusal
 */
public record Item(
        LedgerCommand command,
        People people,
        String commandId,
        @Nullable String requestHash,
        String correlationId,
        @Nullable String causationId,
        @Nullable String refusalKey) {

    /** A command on its own. */
    public static Item of(LedgerCommand command, People people, String commandId) {
        return new Item(command, people, commandId, null, commandId, null, null);
    }
}
