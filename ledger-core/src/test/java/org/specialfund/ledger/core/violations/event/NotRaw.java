package org.specialfund.ledger.core.violations.event;

import java.util.Optional;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** An event with a field that JSON does not know. */
@EventType("violation.not-raw")
record NotRaw(Optional<String> fundCode) implements LedgerEvent {}
