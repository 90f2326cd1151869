package org.specialfund.ledger.core.violations.event;

import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** An event that is a class. */
@EventType("violation.not-a-record")
final class NotARecord implements LedgerEvent {}
