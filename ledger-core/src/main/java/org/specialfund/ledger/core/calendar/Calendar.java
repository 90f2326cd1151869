package org.specialfund.ledger.core.calendar;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.command.ExtendCalendar;
import org.specialfund.ledger.core.calendar.event.CalendarEvent;
import org.specialfund.ledger.core.calendar.event.CalendarExtended;
import org.specialfund.ledger.core.decision.AggregateType;

/** A calendar as it was extended. Any year may be told anew: what was decided before keeps the days it was decided on. */
@AggregateRoot(type = "calendar")
@Revision("1")
public class Calendar {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Calendar> TYPE =
            new AggregateType<>(Calendar.class, "calendar", 12, Calendar::new);

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    Calendar() {}

    List<CalendarEvent> extend(ExtendCalendar c) {
        return List.of(new CalendarExtended(
                c.calendar(), c.year(), c.daysOff(), c.workingDays(), c.documentRef(), c.documentSha256()));
    }

    @EventSourcingHandler
    void on(CalendarExtended e) {
        id = TYPE.key(e.calendar()).streamId();
    }
}
