package org.specialfund.ledger.api.checking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.check.Difference;

/**
 * One check.
 *
 * @param askedBy null for the nightly one
 * @param state {@code running}; {@code agrees} or {@code differs}; {@code failed}: nothing is known
 * @param position up to which the balances were checked; null until then, as the figures after it
 * @param first the first of the rows that differ, a hundred at most
 */
record CheckView(
        UUID id,
        @Nullable String askedBy,
        String state,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable Long position,
        @Nullable Long accounts,
        @Nullable Long postings,
        @Nullable Long differences,
        List<Difference> first) {}
