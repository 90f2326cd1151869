package org.specialfund.ledger.core.reconciliation.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a month's reconciliation. */
public sealed interface ReconciliationEvent extends LedgerEvent
        permits StatementReceived, ItemExplained, ReconciliationSigned, ReconciliationCountersigned {

    /** The fund. */
    String fundCode();

    /** The fund year in which the month lies. */
    int year();

    /** The month, {@code 2026-03}. */
    String month();
}
