package org.specialfund.ledger.api.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day, and the document that the request rests on. */
public record DatedDocument(
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256) {}
