package org.specialfund.ledger.core.disbursement.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.MoneyEvent;

/**
 * The request was approved (核准), by the approver or by the leader.
 *
 * @param level {@code approver} or {@code leader}
 * @param complete whether the treasury may pay now
 * @param approvedBy opaque person id
 */
@EventType("disbursement.approved")
public record DisbursementApproved(
        String reference,
        String fundCode,
        int year,
        String allocationNo,
        String payee,
        String level,
        boolean complete,
        String approvedBy,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate)
        implements DisbursementEvent, MoneyEvent {}
