package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * Paid money came back (退回); the allocation posts it.
 *
 * @param kind {@code bounced} by the bank (退票) or {@code refunded} by the payee (退款)
 * @param destination {@code allocation}, {@code year}, {@code treasury} or {@code open-year}
 */
@EventType("disbursement.returned")
public record DisbursementReturned(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String kind,
        String destination,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        String documentRef,
        @Nullable String documentSha256)
        implements DisbursementEvent, BankMovement {}
