package org.specialfund.ledger.projections.project;

import java.time.LocalDate;
import java.util.List;

/** A year as an administrator told it to the working calendar. */
public record CalendarYear(int year, List<LocalDate> daysOff, List<LocalDate> workingDays, String documentRef) {

    /** Copies the lists. */
    public CalendarYear {
        daysOff = List.copyOf(daysOff);
        workingDays = List.copyOf(workingDays);
    }
}
