package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * A payment was requested (申请); its allocation posts the hold.
 *
 * @param requestedBy opaque person id: everybody else in this decision must be another person
 */
@EventType("disbursement.requested")
public record DisbursementRequested(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        @Nullable String accountId,
        @Nullable String category,
        @Nullable String purpose,
        @Nullable String functionCode,
        @Nullable String economicCode,
        @Nullable String invoiceNo,
        @Nullable Integer tranche,
        String requestedBy,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, DisbursementBegun, MoneyEvent {}
