package org.specialfund.ledger.core.calendar;

import java.util.List;
import org.specialfund.ledger.core.calendar.command.ExtendCalendar;
import org.specialfund.ledger.core.calendar.event.CalendarEvent;
import org.specialfund.ledger.core.decision.Feature;
import org.specialfund.ledger.core.decision.Handler;

/** How commands reach a calendar. */
public final class Calendars {

    /** What calendars bring to the ledger. */
    public static final Feature FEATURE = new Feature(
            CalendarEvent.class,
            List.of(Calendar.TYPE),
            List.of(CalendarFacts.GATE),
            List.of(Handler.of(
                    ExtendCalendar.class,
                    (c, lookup, needs) -> needs.changes(CalendarFacts.GATE.key(c.calendar()))
                            .decides(Calendar.TYPE.key(c.calendar())),
                    (c, work) -> List.of(work.on(Calendar.TYPE.key(c.calendar()), calendar -> calendar.extend(c))))),
            CalendarRefusals.class);

    private Calendars() {}
}
