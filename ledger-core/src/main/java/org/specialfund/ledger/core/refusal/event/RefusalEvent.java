package org.specialfund.ledger.core.refusal.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that is recorded of refused attempts; these events belong to no aggregate. */
public sealed interface RefusalEvent extends LedgerEvent permits RefusalRecorded {}
