package org.specialfund.ledger.core.calendar.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * The days of a year became known, or known anew: the latest word on a year counts for what is decided after it.
 *
 * @param daysOff public holidays
 * @param workingDays Saturdays and Sundays that are worked (调休)
 */
@EventType("calendar.extended")
public record CalendarExtended(
        String calendar,
        int year,
        List<LocalDate> daysOff,
        List<LocalDate> workingDays,
        String documentRef,
        @Nullable String documentSha256)
        implements CalendarEvent {}
