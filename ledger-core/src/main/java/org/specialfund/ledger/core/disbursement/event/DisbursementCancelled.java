package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/** The request was cancelled (撤销); its allocation posts the end of the hold. */
@EventType("disbursement.cancelled")
public record DisbursementCancelled(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String reason,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements DisbursementEvent, MoneyEvent {}
