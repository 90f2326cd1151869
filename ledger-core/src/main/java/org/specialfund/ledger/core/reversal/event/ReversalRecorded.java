package org.specialfund.ledger.core.reversal.event;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * An entry was reversed: the first and only event of its stream, so that nothing is reversed twice.
 *
 * @param entry the reversed event, {@code stream@sequence}
 */
@EventType("reversal.recorded")
public record ReversalRecorded(
        String entry,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements ReversalEvent {}
