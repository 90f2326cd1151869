package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The treasury paid (支付完成); the allocation posts it.
 *
 * @param held the whole reservation; what is above the amount is available again
 */
@EventType("disbursement.settled")
public record DisbursementSettled(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        BigDecimal held,
        String bankAccount,
        String bankReference,
        int bankLine,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        @Nullable String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {}
