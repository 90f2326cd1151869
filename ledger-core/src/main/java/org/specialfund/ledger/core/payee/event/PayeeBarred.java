package org.specialfund.ledger.core.payee.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Payments to the payee were barred.
 *
 * @param to last day; null while open-ended
 */
@EventType("payee.barred")
public record PayeeBarred(
        String payee,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        String documentRef,
        @Nullable String documentSha256)
        implements PayeeEvent {}
