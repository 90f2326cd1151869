package org.specialfund.ledger.projections.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to record a payment that was refused.
 *
 * @param bankReference lower case; null where none was named
 * @param amount never below zero; null where none was named
 * @param day effective date; null where none was named
 */
public record RefusedPayment(
        long position,
        String eventId,
        Instant recordedAt,
        String code,
        String command,
        @Nullable String bankReference,
        @Nullable BigDecimal amount,
        @Nullable LocalDate day,
        @Nullable String reference,
        @Nullable String allocationNo) {}
