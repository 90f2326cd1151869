package org.specialfund.ledger.projections.supervision;

import org.jspecify.annotations.Nullable;

/**
 * What flags are wanted; null asks for all.
 *
 * @param state {@code raised}, {@code dismissed} or {@code converted}
 */
public record RedFlagQuery(
        @Nullable String rule,
        @Nullable String fundCode,
        @Nullable String state,
        @Nullable String subject) {}
