package org.specialfund.ledger.core.shared;

import org.jspecify.annotations.Nullable;

/**
 * What every reversal states.
 *
 * @param entry the reversed event, {@code stream@sequence}
 */
public record ReversalOf(
        String entry,
        String reason,
        String documentRef,
        @Nullable String documentSha256) {}
