package org.specialfund.ledger.core.shared;

import java.time.LocalDate;

/**
 * A fiscal year, named by the calendar year in which it ends.
 *
 * @param name for example 2015 for July 2014 to June 2015
 */
public record FiscalYear(int name, LocalDate firstDay, LocalDate lastDay) {

    /** The fiscal year of that name which begins on the first day of a month, 1 to 12. */
    public static FiscalYear of(int name, int firstMonth) {
        LocalDate firstDay = LocalDate.of(firstMonth == 1 ? name : name - 1, firstMonth, 1);
        return new FiscalYear(name, firstDay, firstDay.plusYears(1).minusDays(1));
    }

    /** Whether the day lies in the year. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
