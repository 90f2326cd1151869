package org.specialfund.ledger.core.redflag.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.specialfund.ledger.core.calendar.WorkingCalendar;

/**
 * How many working days lie between two days, and what says so.
 *
 * @param countedBy {@code calendar CN}, or {@code Mondays to Fridays} where no calendar knows the days
 */
public record WorkingDays(int count, String countedBy) {

    /** After a day, up to and with another; none where that is not later. Costs as much as there are days. */
    public static WorkingDays between(LocalDate after, LocalDate upTo, WorkingCalendar calendar) {
        boolean known = IntStream.rangeClosed(after.plusDays(1).getYear(), upTo.getYear())
                .allMatch(calendar::knows);
        return known
                ? new WorkingDays(count(after, upTo, calendar::isWorkingDay), "calendar " + WorkingCalendar.CHINA)
                : weekdays(after, upTo);
    }

    /** The same, Mondays to Fridays. */
    public static WorkingDays weekdays(LocalDate after, LocalDate upTo) {
        return new WorkingDays(count(after, upTo, WorkingDays::isWeekday), "Mondays to Fridays");
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static int count(LocalDate after, LocalDate upTo, Predicate<LocalDate> works) {
        return after.isBefore(upTo)
                ? (int) after.plusDays(1)
                        .datesUntil(upTo.plusDays(1))
                        .filter(works)
                        .count()
                : 0;
    }
}
