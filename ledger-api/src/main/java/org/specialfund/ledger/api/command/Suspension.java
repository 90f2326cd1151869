package org.specialfund.ledger.api.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cause that stops payments from a day on, or its end; the cause is a name, so that it can be lifted alone. */
public record Suspension(
        String cause,
        LocalDate effectiveDate,
        String reason,
        @Nullable String documentRef,
        @Nullable String documentSha256) {}
