package org.specialfund.ledger.core.reconciliation.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Somebody explained why an item has no counterpart.
 *
 * @param side {@code ledger} or {@code bank}
 * @param item names it in the list of that side
 * @param amount of the item when it was explained: with another one it is to be explained again
 * @param explainedBy opaque person id
 */
@EventType("reconciliation.item-explained")
public record ItemExplained(
        String fundCode,
        int year,
        String month,
        String side,
        String item,
        BigDecimal amount,
        String currency,
        String reason,
        @Nullable String note,
        String explainedBy)
        implements ReconciliationEvent {}
