package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/** The payment's new entry after a correction (更正); the allocation posts it. */
@EventType("disbursement.corrected")
public record DisbursementCorrected(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String reason,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {}
