package org.specialfund.ledger.projections.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Paid money demanded back, and what came of it. */
public record RecoveryView(
        String recoveryId,
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String currency,
        BigDecimal demanded,
        BigDecimal received,
        BigDecimal waived,
        String reason,
        LocalDate effectiveDate,
        String documentRef) {

    /** Neither received nor waived. */
    public BigDecimal open() {
        return demanded.subtract(received).subtract(waived);
    }
}
