package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * The request was reviewed (审核).
 *
 * @param reviewedBy opaque person id
 */
@EventType("disbursement.reviewed")
public record DisbursementReviewed(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String reviewedBy,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements DisbursementEvent, MoneyEvent {}
