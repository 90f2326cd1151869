package org.specialfund.ledger.api.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amount of money, why it moves, the day on which it counts, and its document. */
public record ReasonedMovement(
        String reason,
        BigDecimal amount,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) {}
