package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A month beside its bank statement.
 *
 * @param month {@code 2026-03}
 * @param state {@code received}, {@code signed} by the first of two, or {@code locked}
 * @param lines how many the statement has
 * @param receivedBy opaque person id, as the others
 * @param listsSha256 what was signed; null before
 * @param lockedPosition position of the event that locked it; null before
 */
public record MonthView(
        String fundCode,
        int year,
        String month,
        String state,
        String currency,
        BigDecimal openingBalance,
        BigDecimal closingBalance,
        int lines,
        long fileSize,
        String fileSha256,
        String receivedBy,
        Instant receivedAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable String listsSha256,
        @Nullable String countersignedBy,
        @Nullable Instant countersignedAt,
        @Nullable Long lockedPosition) {}
