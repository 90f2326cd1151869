package org.specialfund.ledger.core.reconciliation.event;

import org.specialfund.ledger.core.posting.EventType;

/**
 * The second person signed a month: it is locked. The fund notes it in the same unit of work.
 *
 * @param listsSha256 the same as what the first signed
 * @param countersignedBy opaque person id
 */
@EventType("reconciliation.countersigned")
public record ReconciliationCountersigned(
        String fundCode, int year, String month, String listsSha256, String countersignedBy)
        implements ReconciliationEvent {}
