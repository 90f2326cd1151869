package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A payment that the treasury had already made was recorded in one step; the allocation posts it.
 *
 * @param despite why it is accepted in spite of a bar or suspension; null where there is none
 */
@EventType("disbursement.recorded")
public record DisbursementRecorded(
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
        @Nullable String bankAccount,
        @Nullable String bankReference,
        @Nullable Integer bankLine,
        @Nullable String despite,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, DisbursementBegun, BankMovement {}
