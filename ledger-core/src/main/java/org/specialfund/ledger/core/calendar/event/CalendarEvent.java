package org.specialfund.ledger.core.calendar.event;

import org.specialfund.ledger.core.posting.LedgerEvent;

/** Everything that can happen to a calendar. */
public sealed interface CalendarEvent extends LedgerEvent permits CalendarExtended {

    /** The calendar: {@code CN}. */
    String calendar();
}
