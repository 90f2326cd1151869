package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.event.FindingEscalated;
import org.specialfund.ledger.core.audit.event.RectificationOrdered;
import org.specialfund.ledger.core.audit.event.RectificationReturned;
import org.specialfund.ledger.core.audit.event.RectificationSubmitted;
import org.specialfund.ledger.core.audit.event.RectificationVerified;
import org.specialfund.ledger.core.audit.process.WhenRectificationOverdueThenEscalate;
import org.specialfund.ledger.core.decision.Item;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** What was found is corrected by its unit by a date, and verified by who neither raised nor submitted it. */
class RectificationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final Person EVERYBODY = new Person("p-auditor-2", Set.of(Role.AUDITOR, Role.UNIT), "T:1");

    @BeforeEach
    void aConfirmedFinding() {
        InFieldwork.begin(ledger);
        ledger.given(AuditDo.raise("F-1", "minor", "A1"));
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
    }

    @Test
    void goesFromOrderToClearance() {
        assertThat(ledger.accepts(AuditDo.order("F-1", "2026-07-01")))
                .hasExactlyElementsOfTypes(RectificationOrdered.class);
        assertThat(ledger.accepts(AuditDo.submit("F-1"))).hasExactlyElementsOfTypes(RectificationSubmitted.class);
        assertThat(ledger.accepts(AuditDo.verify("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(RectificationVerified.class);
        ledger.refuses(AuditDo.withdraw("F-1"), AuditDo.SECOND)
                .because("finding-out-of-order")
                .with("state", "cleared");
    }

    @Test
    void isOrderedOnceConfirmedWithADateToCome() {
        ledger.given(AuditDo.raise("F-2", "minor"));

        ledger.refuses(AuditDo.order("F-2", "2026-07-01")).because("finding-out-of-order");
        ledger.refuses(AuditDo.order("F-1", "2026-06-15"))
                .because("due-date-passed")
                .with("today", "2026-06-15");
        ledger.refuses(AuditDo.order("F-1", "2026-07-01"), AuditDo.STRANGER).because("not-in-team");
        ledger.accepts(AuditDo.order("F-1", "2026-06-16"));
        ledger.accepts(AuditDo.order("F-1", "2026-07-01"), TestLedger.INSPECTOR);
    }

    @Test
    void isSubmittedByItsUnitOnceOrdered() {
        ledger.refuses(AuditDo.submit("F-1")).because("finding-out-of-order");
        ledger.given(AuditDo.order("F-1", "2026-07-01"));
        ledger.refuses(AuditDo.submit("F-1"), new Person("p-other", Set.of(Role.UNIT), "T:2"))
                .because("unit-not-its-own");
        ledger.refuses(AuditDo.submit("F-1"), TestLedger.AUDITOR).because("role-not-allowed");
        ledger.given(AuditDo.submit("F-1"));
        ledger.refuses(AuditDo.submit("F-1")).because("finding-out-of-order");
    }

    @Test
    void isVerifiedByNeitherWhoRaisedNorWhoSubmitted() {
        ledger.given(AuditDo.order("F-1", "2026-07-01"));
        ledger.refuses(AuditDo.verify("F-1"), AuditDo.SECOND).because("finding-out-of-order");
        ledger.accepts(AuditDo.submit("F-1"), EVERYBODY);

        ledger.refuses(AuditDo.verify("F-1"), TestLedger.AUDITOR).because("same-person");
        ledger.refuses(AuditDo.verify("F-1"), EVERYBODY).because("same-person");
        ledger.refuses(AuditDo.sendBack("F-1", null), EVERYBODY).because("same-person");
        ledger.refuses(AuditDo.verify("F-1"), TestLedger.UNIT).because("role-not-allowed");
        ledger.accepts(AuditDo.sendBack("F-1", null), TestLedger.AUDITOR);
    }

    @Test
    void isNotVerifiedInTheFuture() {
        ledger.today("2026-06-14").given(AuditDo.order("F-1", "2026-07-01"), AuditDo.submit("F-1"));

        ledger.refuses(AuditDo.verify("F-1"), AuditDo.SECOND).because("date-in-future");
    }

    @Test
    void isSentBackWithTheSameDateOrAnother() {
        ledger.refuses(AuditDo.sendBack("F-1", null)).because("finding-out-of-order");
        ledger.given(AuditDo.order("F-1", "2026-07-01"), AuditDo.submit("F-1"));
        ledger.refuses(AuditDo.sendBack("F-1", "2026-06-15")).because("due-date-passed");
        ledger.refuses(AuditDo.sendBack("F-1", null), AuditDo.STRANGER).because("not-in-team");

        assertThat(ledger.accepts(AuditDo.sendBack("F-1", null)))
                .singleElement()
                .satisfies(event ->
                        assertThat(((RectificationReturned) event).dueDate()).isEqualTo("2026-07-01"));
        ledger.given(AuditDo.submit("F-1"));
        assertThat(ledger.accepts(AuditDo.sendBack("F-1", "2026-08-01")))
                .singleElement()
                .satisfies(event ->
                        assertThat(((RectificationReturned) event).dueDate()).isEqualTo("2026-08-01"));
    }

    @Test
    void isEscalatedOnceADueDate() {
        ledger.given(AuditDo.order("F-1", "2026-06-20"));
        ledger.today("2026-06-20")
                .refuses(AuditDo.escalate("F-1", "2026-06-20"))
                .because("not-overdue")
                .with("dueDate", "2026-06-20");
        ledger.today("2026-06-21")
                .refuses(AuditDo.escalate("F-1", "2026-06-19"))
                .because("not-overdue");
        assertThat(ledger.accepts(AuditDo.escalate("F-1", "2026-06-20")))
                .hasExactlyElementsOfTypes(FindingEscalated.class);
        ledger.refuses(AuditDo.escalate("F-1", "2026-06-20"))
                .because("already-escalated")
                .with("dueDate", "2026-06-20");

        ledger.given(AuditDo.order("F-1", "2026-06-25")).today("2026-06-26");
        ledger.accepts(AuditDo.escalate("F-1", "2026-06-25"));
    }

    @Test
    void isNotEscalatedOnceSubmitted() {
        ledger.given(AuditDo.order("F-1", "2026-06-20"), AuditDo.submit("F-1")).today("2026-06-21");

        ledger.refuses(AuditDo.escalate("F-1", "2026-06-20")).because("finding-out-of-order");
    }

    @Test
    void isEscalatedInTheNameOfWhoOrderedItHoweverOftenTheProcessRuns() {
        ledger.given(AuditDo.order("F-1", "2026-06-20")).today("2026-06-21");
        Item item =
                WhenRectificationOverdueThenEscalate.then("F-1", LocalDate.of(2026, 6, 20), "p-auditor", Role.AUDITOR);

        assertThat(List.of(
                        ledger.ledger().execute(item).accepted(),
                        ledger.ledger().execute(item).accepted(),
                        ledger.ledger().execute(item).accepted()))
                .containsExactly(true, false, false);

        assertThat(ledger.count(FindingEscalated.class)).isOne();
        assertThat(ledger.last(FindingEscalated.class).getMetaData())
                .containsEntry("actor", "p-auditor")
                .containsEntry("causationId", "when-rectification-overdue-then-escalate");
    }
}
