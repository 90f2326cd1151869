package org.specialfund.ledger.core.reversal.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a reversal. */
public sealed interface ReversalEvent extends LedgerEvent permits ReversalRecorded {}
