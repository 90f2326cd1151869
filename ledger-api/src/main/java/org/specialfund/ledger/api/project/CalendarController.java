package org.specialfund.ledger.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.command.CommandAnswer;
import org.specialfund.ledger.api.command.Commands;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.WriteRequest;
import org.specialfund.ledger.core.calendar.WorkingCalendar;
import org.specialfund.ledger.core.calendar.command.ExtendCalendar;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.projections.project.Projects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: the years shipped, and those that administrators told. */
@RestController
@RequestMapping("/api/v1/calendars")
@Tag(name = "projects")
class CalendarController {

    /** A year as it was published. */
    record PublishedYear(
            int year,
            List<LocalDate> daysOff,
            @Nullable List<LocalDate> workingDays,
            String documentRef,
            @Nullable String documentSha256) {}

    /** The years that are known, oldest first. */
    record CalendarView(String calendar, List<Year> years) {

        /**
         * A known year.
         *
         * @param daysOff public holidays
         * @param workingDays weekends that are worked
         * @param documentRef null for a year shipped with the ledger
         */
        record Year(
                int year,
                List<LocalDate> daysOff,
                List<LocalDate> workingDays,
                @Nullable String documentRef) {}
    }

    private final Commands commands;
    private final Projects projects;

    CalendarController(Commands commands, Projects projects) {
        this.commands = commands;
        this.projects = projects;
    }

    @GetMapping("/{calendar}")
    @Operation(summary = "The working days that are known: public holidays and worked weekends by year")
    CalendarView get(@PathVariable String calendar) {
        if (!calendar.equals(WorkingCalendar.CHINA)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        TreeMap<Integer, CalendarView.Year> years = new TreeMap<>();
        WorkingCalendar.shippedYears()
                .forEach(year -> years.put(
                        year.number(), new CalendarView.Year(year.number(), year.daysOff(), year.workingDays(), null)));
        projects.calendarYears()
                .forEach(year -> years.put(
                        year.year(),
                        new CalendarView.Year(year.year(), year.daysOff(), year.workingDays(), year.documentRef())));
        return new CalendarView(calendar, List.copyOf(years.values()));
    }

    @PostMapping("/{calendar}/years")
    @Operation(
            summary = "Tell the calendar a year as the State Council published it; administrator",
            description = "The latest word on a year counts; a notice that is open keeps its days.")
    ResponseEntity<CommandAnswer> extend(
            @PathVariable String calendar, @RequestBody PublishedYear body, Person person, WriteRequest request) {
        return commands.give(
                new ExtendCalendar(
                        calendar,
                        body.year(),
                        body.daysOff(),
                        body.workingDays() == null ? List.of() : body.workingDays(),
                        body.documentRef(),
                        body.documentSha256()),
                person,
                request);
    }
}
