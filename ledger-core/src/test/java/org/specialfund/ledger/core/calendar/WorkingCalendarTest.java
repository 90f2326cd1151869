package org.specialfund.ledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.shared.RefusedException;

/** Working days as the State Council published them. */
class WorkingCalendarTest {

    private final WorkingCalendar shipped = new WorkingCalendar(List.of());

    @ParameterizedTest
    @CsvSource({
        "2024-02-04, true, 'a Sunday that is worked'",
        "2024-02-09, true, 'New Year’s Eve was none in 2024'",
        "2024-02-12, false, 'Spring Festival'",
        "2024-12-31, true, 'an ordinary Tuesday'",
        "2025-01-26, true, 'a Sunday that is worked'",
        "2025-01-28, false, 'Spring Festival'",
        "2025-10-08, false, 'National Day and Mid-Autumn'",
        "2025-10-11, true, 'a Saturday that is worked'",
        "2026-01-02, false, 'New Year'",
        "2026-01-04, true, 'a Sunday that is worked'",
        "2026-02-28, true, 'a Saturday that is worked'",
        "2026-05-09, true, 'a Saturday that is worked'",
        "2026-09-25, false, 'Mid-Autumn'",
        "2026-10-17, false, 'an ordinary Saturday'"
    })
    void knowsWorkingDays(LocalDate day, boolean working, String why) {
        assertThat(shipped.isWorkingDay(day)).as(why).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2026-01-13, 2026-01-19",
        "1, 2026-01-13, 2026-01-13",
        "1, 2026-01-17, 2026-01-19",
        "5, 2026-02-11, 2026-02-24", // with the worked Saturday the 14th, without the holidays from the 15th to the
        // 23rd
        "3, 2025-12-30, 2026-01-04"
    })
    void countsWorkingDays(int days, LocalDate first, LocalDate last) {
        assertThat(shipped.lastOf(days, first)).isEqualTo(last);
    }

    @Test
    void everyPublishedWorkingDayIsAWeekendAndNoHolidayIsWorked() {
        assertThat(WorkingCalendar.shippedYears())
                .extracting(CalendarFacts.Year::number)
                .containsExactly(2024, 2025, 2026);
        WorkingCalendar.shippedYears().forEach(year -> {
            assertThat(year.workingDays())
                    .allSatisfy(
                            day -> assertThat(day.getDayOfWeek()).isIn(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)))
                    .doesNotContainAnyElementsOf(year.daysOff());
            assertThat(year.daysOff()).doesNotHaveDuplicates().allSatisfy(day -> assertThat(day.getYear())
                    .isEqualTo(year.number()));
        });
    }

    @Test
    void refusesAYearWithoutDataInsteadOfGuessing() {
        assertThatThrownBy(() -> shipped.lastOf(5, LocalDate.of(2026, 12, 30)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("calendar-year-missing");
        assertThatThrownBy(() -> shipped.isWorkingDay(LocalDate.of(2023, 12, 29)))
                .hasMessage("calendar-year-missing");
    }

    @Test
    void theLatestWordOnAYearCounts() {
        LocalDate day = LocalDate.of(2026, 12, 31);
        WorkingCalendar told = new WorkingCalendar(List.of(new CalendarFacts.Year(2026, List.of(day), List.of())));

        assertThat(shipped.isWorkingDay(day)).isTrue();
        assertThat(told.isWorkingDay(day)).isFalse();
    }
}
