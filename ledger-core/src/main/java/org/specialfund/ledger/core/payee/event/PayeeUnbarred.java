package org.specialfund.ledger.core.payee.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** Every standing bar of the payee was lifted. */
@EventType("payee.unbarred")
public record PayeeUnbarred(
        String payee,
        LocalDate effectiveDate,
        String reason,
        String documentRef,
        @Nullable String documentSha256) implements PayeeEvent {}
