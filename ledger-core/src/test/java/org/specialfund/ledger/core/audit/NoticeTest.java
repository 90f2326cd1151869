package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.command.StartFieldwork;
import org.specialfund.ledger.core.audit.event.FieldworkStarted;
import org.specialfund.ledger.core.audit.event.NoticeServed;
import org.specialfund.ledger.core.audit.event.ShortNoticeApproved;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Fieldwork begins when the notice has run, or by a leader's exception. */
class NoticeTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAudit() {
        ledger.standard().given(AuditDo.plan());
    }

    @Test
    void runsThreeDaysWhereNothingElseIsSaid() {
        assertThat(ledger.accepts(AuditDo.notice("2026-06-10"))).singleElement().satisfies(event -> {
            NoticeServed served = (NoticeServed) event;
            assertThat(served.days()).isEqualTo(3);
            assertThat(served.dayKind()).isEqualTo("calendar");
            assertThat(served.earliest()).isEqualTo("2026-06-13");
        });
        ledger.refuses(AuditDo.fieldwork("2026-06-12"))
                .because("notice-too-short")
                .with("earliest", "2026-06-13")
                .with("days", "3");
        assertThat(ledger.accepts(AuditDo.fieldwork("2026-06-13"))).hasExactlyElementsOfTypes(FieldworkStarted.class);
    }

    @Test
    void runsAsLongAsItSays() {
        ledger.given(AuditDo.notice("2026-06-10", 5));

        ledger.refuses(AuditDo.fieldwork("2026-06-14")).because("notice-too-short");
        ledger.accepts(AuditDo.fieldwork("2026-06-15"));
    }

    /** Friday 26 September; 1 to 8 October 2025 are holidays, Sunday the 28th and Saturday the 11th are worked. */
    @Test
    void runsInWorkingDaysOfTheCalendar() {
        ledger.given(AuditDo.noticeInWorkingDays("2025-09-26", 5));

        ledger.refuses(AuditDo.fieldwork("2025-10-09"))
                .because("notice-too-short")
                .with("earliest", "2025-10-10")
                .with("dayKind", "working");
        ledger.accepts(AuditDo.fieldwork("2025-10-10"));
    }

    @Test
    void isNotServedInWorkingDaysOfAYearThatIsNotKnown() {
        ledger.refuses(AuditDo.noticeInWorkingDays("2019-06-10", 5))
                .because("calendar-year-missing")
                .with("year", "2019");
    }

    @Test
    void isNotServedForLessThanThreeDays() {
        assertThatThrownBy(() -> AuditDo.notice("2026-06-10", 2))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("days");
    }

    @Test
    void isShortenedByALeaderButNotToBeforeItself() {
        ledger.given(AuditDo.notice("2026-06-10"));
        assertThat(ledger.accepts(AuditDo.shortNotice())).hasExactlyElementsOfTypes(ShortNoticeApproved.class);

        ledger.refuses(AuditDo.fieldwork("2026-06-09"))
                .because("notice-too-short")
                .with("earliest", "2026-06-10");
        ledger.accepts(AuditDo.fieldwork("2026-06-10"));
    }

    @Test
    void isNotShortenedByALeaderOfTheTeam() {
        ledger.given(AuditDo.notice("2026-06-10"));

        ledger.refuses(AuditDo.shortNotice(), new Person("p-auditor", Set.of(Role.LEADER, Role.AUDITOR), null))
                .because("same-person");
        ledger.refuses(AuditDo.shortNotice(), TestLedger.AUDITOR).because("role-not-allowed");
    }

    @Test
    void comesBeforeFieldworkAndOnce() {
        ledger.refuses(AuditDo.fieldwork("2026-06-13"))
                .because("audit-out-of-order")
                .with("state", "planned")
                .with("needed", "noticed");
        ledger.refuses(AuditDo.shortNotice()).because("audit-out-of-order");
        ledger.given(AuditDo.notice("2026-06-10"));
        ledger.refuses(AuditDo.notice("2026-06-11")).because("audit-out-of-order");
        ledger.given(AuditDo.fieldwork("2026-06-13"));
        ledger.refuses(AuditDo.fieldwork("2026-06-13"))
                .because("audit-out-of-order")
                .with("state", "in-fieldwork");
    }

    @Test
    void isServedByTheTeamAndNotInTheFuture() {
        ledger.refuses(AuditDo.notice("2026-06-10"), AuditDo.STRANGER)
                .because("not-in-team")
                .with("auditNo", "AU1");
        ledger.refuses(AuditDo.notice("2026-06-16")).because("date-in-future");
        ledger.given(AuditDo.notice("2026-06-10"));
        ledger.refuses(AuditDo.fieldwork("2026-06-13"), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(AuditDo.fieldwork("2026-06-16")).because("date-in-future");
    }

    @Test
    void isOfAnAuditThatExists() {
        ledger.refuses(new StartFieldwork("au1", LocalDate.of(2026, 6, 13)))
                .because("unknown-audit")
                .with("auditNo", "au1");
    }
}
