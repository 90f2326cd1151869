package org.specialfund.ledger.core.reconciliation.event;

import java.math.BigDecimal;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The first of two people signed a month, with every item of the lists matched or explained. Counts and sums are what was
 * signed.
 *
 * @param listsSha256 of the three lists
 * @param signedBy opaque person id
 */
@EventType("reconciliation.signed")
public record ReconciliationSigned(
        String fundCode,
        int year,
        String month,
        String currency,
        int matched,
        BigDecimal matchedAmount,
        int ledgerOnly,
        BigDecimal ledgerOnlyAmount,
        int bankOnly,
        BigDecimal bankOnlyAmount,
        String listsSha256,
        String signedBy)
        implements ReconciliationEvent {}
