package org.specialfund.ledger.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.event.CalendarEvent;
import org.specialfund.ledger.core.calendar.event.CalendarExtended;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/**
 * The years that administrators told a calendar: its gate.
 *
 * @param years by number, each once
 */
public record CalendarFacts(List<Year> years) {

    /** The days of a year that are not what their day of the week says. */
    public record Year(int number, List<LocalDate> daysOff, List<LocalDate> workingDays) {}

    /** The gate of a calendar, keyed by its name. */
    public static final GateType<CalendarFacts> GATE = new GateType<>(
            "calendar",
            CalendarFacts.class,
            event -> event instanceof CalendarEvent e ? e.calendar() : null,
            CalendarFacts::after);

    private static CalendarFacts after(@Nullable CalendarFacts before, LedgerEvent event) {
        CalendarExtended e = (CalendarExtended) event;
        List<Year> years = new ArrayList<>(before == null ? List.of() : before.years);
        years.removeIf(year -> year.number() == e.year());
        years.add(new Year(e.year(), e.daysOff(), e.workingDays()));
        years.sort(Comparator.comparingInt(Year::number));
        return new CalendarFacts(List.copyOf(years));
    }
}
