package org.specialfund.ledger.api.redflag;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.redflag.rule.PeriodEnds;
import org.specialfund.ledger.core.redflag.rule.WorkingDays;
import org.specialfund.ledger.projections.supervision.KnownDates;

/**
 * What facts are held against: the funds' rules, the working calendar, and what the dates of fund years stand for.
 * Made for each run, once it is known how far that goes. Of one thread.
 */
final class Standards {

    private final FundRules rules;
    private final WorkingCalendar calendar;
    private final KnownDates dates;

    /** A count goes through the days, and the entries of an import share theirs. */
    private final Map<Span, WorkingDays> counted = new HashMap<>();

    private record Span(LocalDate after, LocalDate upTo, boolean inChina) {}

    Standards(FundRules rules, WorkingCalendar calendar, KnownDates dates) {
        this.rules = rules;
        this.calendar = calendar;
        this.dates = dates;
    }

    FundRules rules() {
        return rules;
    }

    KnownDates.OfYear dates(String fundCode, int year) {
        return dates.of(fundCode, year);
    }

    /** What the dates of a fund year's payments stand for. */
    PeriodEnds periodEnds(String fundCode, int year) {
        KnownDates.OfYear known = dates.of(fundCode, year);
        return new PeriodEnds(known.dates(), known.periodEnds());
    }

    /** Whether a day is a working day; null where the calendar does not know its year, or is not of that zone. */
    @Nullable
    Boolean isWorkingDay(LocalDate day, String timeZone) {
        return WorkingCalendar.isOf(timeZone) && calendar.knows(day.getYear()) ? calendar.isWorkingDay(day) : null;
    }

    WorkingDays workingDays(LocalDate after, LocalDate upTo, String timeZone) {
        return counted.computeIfAbsent(
                new Span(after, upTo, WorkingCalendar.isOf(timeZone)),
                span -> span.inChina()
                        ? WorkingDays.between(after, upTo, calendar)
                        : WorkingDays.weekdays(after, upTo));
    }
}
