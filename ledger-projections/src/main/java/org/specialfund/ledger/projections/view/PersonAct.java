package org.specialfund.ledger.projections.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did. What the event does not carry is null.
 *
 * @param entry names the event for ever: {@code stream@sequence}
 * @param part {@code acted}, {@code proposed} (somebody else confirmed) or {@code confirmed} (somebody else proposed)
 * @param role in which the person acted; null for who proposed
 * @param withPerson the other one of a decision of two; null for a decision of one
 * @param refusal code of a refused attempt; null for what was done
 * @param command what was refused
 */
public record PersonAct(
        long position,
        String entry,
        Instant recordedAt,
        String type,
        String part,
        @Nullable String role,
        @Nullable String withPerson,
        @Nullable LocalDate effectiveDate,
        @Nullable String fundCode,
        @Nullable Integer year,
        @Nullable String allocationNo,
        @Nullable String reference,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String documentRef,
        @Nullable String refusal,
        @Nullable String command) {}
