package org.specialfund.ledger.core.violations.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** An event without a stored name. */
record NotNamed(String fundCode) implements LedgerEvent {}
