package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an item has no counterpart.
 *
 * @param amount of the item when it was explained
 * @param explainedBy opaque person id
 */
public record ExplanationView(
        BigDecimal amount, String reason, @Nullable String note, String explainedBy, Instant explainedAt) {}
