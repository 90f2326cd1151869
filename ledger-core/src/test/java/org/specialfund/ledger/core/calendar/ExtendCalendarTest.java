package org.specialfund.ledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.calendar.command.ExtendCalendar;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.project.event.NoticeOpened;

/** An administrator tells the calendar a year; what was decided before keeps its days. */
class ExtendCalendarTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static ExtendCalendar newYearOnly() {
        return DoProject.calendar(2027, List.of("2027-01-01"), List.of("2027-01-02"));
    }

    @Test
    void aNoticeThatReachesIntoAnUnknownYearWaitsForIt() {
        ledger.standard().today("2026-12-30").reviewed("P1", "100");

        ledger.refuses(DoProject.notice("P1", "2026-12-30"))
                .because("calendar-year-missing")
                .with("year", "2027");
        ledger.given(newYearOnly(), DoProject.notice("P1", "2026-12-30"));

        // 30 and 31 December, the worked Saturday, the Monday and the Tuesday after it.
        NoticeOpened opened = (NoticeOpened) ledger.last(NoticeOpened.class).getPayload();
        assertThat(opened.lastDay()).isEqualTo("2027-01-05");
        assertThat(opened.workingDays()).isEqualTo(5);
    }

    @Test
    void aNoticeKeepsItsLastDayWhenAYearIsToldAnew() {
        ledger.standard().noticed("P1", "100");
        ledger.given(DoProject.calendar(2026, List.of("2026-01-19", "2026-01-20"), List.of()));

        ledger.accepts(DoProject.approve("P1", "100", "2026-01-20"));
    }

    @Test
    void onlyAnAdministratorExtendsIt() {
        ledger.refuses(newYearOnly(), TestLedger.PLANNER).because("role-not-allowed");
    }

    @Test
    void refusesDaysThatCannotBe() {
        assertThatThrownBy(() -> DoProject.calendar(2027, List.of("2026-01-01"), List.of()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("daysOff");
        assertThatThrownBy(() -> DoProject.calendar(2027, List.of("2027-01-01"), List.of("2027-01-04")))
                .hasMessageContaining("not-a-weekend");
        assertThatThrownBy(() -> DoProject.calendar(2027, List.of("2027-01-02"), List.of("2027-01-02")))
                .hasMessageContaining("day-off-too");
        assertThatThrownBy(() -> DoProject.calendar(2027, List.of(), List.of())).hasMessageContaining("daysOff");
        assertThatThrownBy(() -> new ExtendCalendar("UG", 2027, List.of(Do.day("2027-01-01")), List.of(), "d", null))
                .hasMessageContaining("calendar");
    }
}
