package org.specialfund.ledger.core.calendar.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.calendar.event.CalendarExtended;
import org.specialfund.ledger.core.decision.Duty;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.shared.Role;

/**
 * Tells the calendar a year as it was published, whole; the fields mean what they mean in {@link CalendarExtended}.
 *
 * @param calendar {@code CN}
 */
@EventType("calendar.extend")
public record ExtendCalendar(
        String calendar,
        int year,
        List<LocalDate> daysOff,
        List<LocalDate> workingDays,
        String documentRef,
        @Nullable String documentSha256)
        implements LedgerCommand {

    private static final int MOST_DAYS = 100;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Checks the form. */
    public ExtendCalendar {
        daysOff = daysOff == null ? List.of() : List.copyOf(daysOff);
        workingDays = workingDays == null ? List.of() : List.copyOf(workingDays);
        new Form()
                .oneOf("calendar", calendar, List.of(WorkingCalendar.CHINA))
                .year("year", year)
                .list("daysOff", daysOff, MOST_DAYS)
                .that(workingDays.size() <= MOST_DAYS, "workingDays", "too-long")
                .that(ofYear(daysOff, year), "daysOff", "out-of-range")
                .that(ofYear(workingDays, year), "workingDays", "out-of-range")
                .that(new HashSet<>(daysOff).size() == daysOff.size(), "daysOff", "repeated")
                .that(new HashSet<>(workingDays).size() == workingDays.size(), "workingDays", "repeated")
                .that(
                        workingDays.stream().allMatch(day -> WEEKEND.contains(day.getDayOfWeek())),
                        "workingDays",
                        "not-a-weekend")
                .that(Collections.disjoint(daysOff, workingDays), "workingDays", "day-off-too")
                .document(documentRef, documentSha256)
                .check();
    }

    private static boolean ofYear(List<LocalDate> days, int year) {
        return days.stream().allMatch(day -> day.getYear() == year);
    }

    @Override
    public Duty duty() {
        return Duty.of(Role.ADMINISTRATOR);
    }
}
