package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** A payment made before the ledger began was taken over; the allocation posts it. */
@EventType("disbursement.opening-recorded")
public record DisbursementOpened(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, DisbursementBegun, MoneyEvent {}
