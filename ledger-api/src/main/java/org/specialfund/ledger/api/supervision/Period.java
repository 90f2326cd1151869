package org.specialfund.ledger.api.supervision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.projections.fund.FundView;

/** A month or quarter of a fund year. */
record Period(String name, LocalDate firstDay, LocalDate lastDay) {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
    private static final int MONTHS_OF_A_QUARTER = 3;

    /**
     * {@code 2025-03} is that month of the calendar; {@code 2025-Q1} the first three months of fiscal year 2025, which
     * begins in the month that the fund's rules name. Refuses what is not of the year.
     */
    static Period of(String name, FundView.Year year) {
        Period period = parsed(name, year);
        if (period == null) {
            throw new ProblemException(Problem.malformed("period", "invalid-period"));
        }
        if (period.firstDay.isBefore(year.firstDay()) || period.lastDay.isAfter(year.lastDay())) {
            throw new ProblemException(Problem.malformed("period", "not-of-the-year"));
        }
        return period;
    }

    private static @Nullable Period parsed(String name, FundView.Year year) {
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            int place = Integer.parseInt(quarter.group(2)) - 1;
            LocalDate first = year.firstDay()
                    .plusMonths((long) MONTHS_OF_A_QUARTER * place)
                    .plusYears(Integer.parseInt(quarter.group(1)) - year.year());
            return new Period(name, first, first.plusMonths(MONTHS_OF_A_QUARTER).minusDays(1));
        }
        try {
            if (MONTH.matcher(name).matches()) {
                YearMonth month = YearMonth.parse(name);
                return new Period(name, month.atDay(1), month.atEndOfMonth());
            }
        } catch (DateTimeException e) {
            // A month that the calendar does not have: not a period.
        }
        return null;
    }
}
