package org.specialfund.ledger.api.redflag;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.redflag.rule.WorkingDays;

/** What facts are held against: the funds' thresholds, and the working calendar. Read once for each step of a run. */
record Standards(FundThresholds thresholds, WorkingCalendar calendar) {

    /** Whether a day is a working day; null where the calendar does not know its year, or is not of that zone. */
    @Nullable
    Boolean isWorkingDay(LocalDate day, String timeZone) {
        return WorkingCalendar.isOf(timeZone) && calendar.knows(day.getYear()) ? calendar.isWorkingDay(day) : null;
    }

    WorkingDays workingDays(LocalDate after, LocalDate upTo, String timeZone) {
        return WorkingCalendar.isOf(timeZone)
                ? WorkingDays.between(after, upTo, calendar)
                : WorkingDays.weekdays(after, upTo);
    }
}
