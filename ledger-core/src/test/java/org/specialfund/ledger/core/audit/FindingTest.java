package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.audit.command.RaiseFinding;
import org.specialfund.ledger.core.audit.event.FindingAdded;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingRaised;
import org.specialfund.ledger.core.audit.event.FindingReferred;
import org.specialfund.ledger.core.audit.event.FindingResponded;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A finding is raised on events that exist, answered by its unit, and confirmed by another person. */
class FindingTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void fieldwork() {
        InFieldwork.begin(ledger);
    }

    @Test
    void isRaisedByTheTeamOrAnInspector() {
        assertThat(ledger.accepts(AuditDo.raise("F-1", "severe", "A1")))
                .hasExactlyElementsOfTypes(FindingAdded.class, FindingRaised.class);
        ledger.accepts(AuditDo.raise("F-2", "minor"), TestLedger.INSPECTOR);
        ledger.refuses(AuditDo.raise("F-3", "minor"), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(AuditDo.raise("F-3", "minor"), TestLedger.CLERK).because("role-not-allowed");
    }

    @Test
    void namesWhatExistsAndIsTheUnits() {
        ledger.given(
                Do.fund("F2").command(),
                Do.openYear("F2", 2026),
                Do.appropriate("F2", 2026, "10", "2026-01-02"),
                Do.issue("F2", 2026, "B1", "10", "2026-02-01"),
                Do.issue("F1", 2026, "A3", "T:2", null, null, "10", "2026-02-01"));

        ledger.refuses(AuditDo.raiseOn("F-1", "minor", "allocation:a1@9"))
                .because("unknown-entry")
                .with("entry", "allocation:a1@9");
        ledger.refuses(AuditDo.raise("F-1", "minor", "A9")).because("unknown-allocation");
        ledger.refuses(AuditDo.raise("F-1", "minor", "a1")).because("unknown-allocation");
        ledger.refuses(AuditDo.raise("F-1", "minor", "B1"))
                .because("outside-audit")
                .with("allocationNo", "B1");
        ledger.refuses(AuditDo.raise("F-1", "minor", "A3"))
                .because("not-of-the-unit")
                .with("unit", "T:1");
        ledger.refuses(new RaiseFinding("AU1", "F-1", "t", "s", "minor", "T:9", List.of("allocation:a1@0"), List.of()))
                .because("unknown-payee");
        ledger.accepts(AuditDo.raiseOn("F-1", "minor", "allocation:a1@0", "A1", "A2"));
    }

    @Test
    void hasAnIdOfItsOwn() {
        ledger.given(AuditDo.raise("F-1", "minor"));

        ledger.refuses(AuditDo.raise("F-1", "minor")).because("finding-exists").with("findingId", "F-1");
        ledger.refuses(AuditDo.raise("f-1", "minor")).because("differs-only-by-case");
        ledger.refuses(AuditDo.confirm("F-9")).because("unknown-finding").with("findingId", "F-9");
    }

    @Test
    void isConfirmedByAnotherPerson() {
        ledger.given(AuditDo.raise("F-1", "minor"));

        ledger.refuses(AuditDo.confirm("F-1"), TestLedger.AUDITOR).because("same-person");
        ledger.refuses(AuditDo.confirm("F-1"), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(AuditDo.confirm("F-1"), TestLedger.LEADER).because("role-not-allowed");
        assertThat(ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(FindingConfirmed.class);
        ledger.refuses(AuditDo.confirm("F-1"), TestLedger.INSPECTOR)
                .because("finding-out-of-order")
                .with("state", "confirmed")
                .with("needed", "raised");
    }

    @Test
    void isConfirmedByAnInspectorButNotInTheFuture() {
        ledger.today("2026-06-13").given(AuditDo.raise("F-1", "minor"));

        ledger.refuses(AuditDo.confirm("F-1"), TestLedger.INSPECTOR).because("date-in-future");
        ledger.today("2026-06-15").accepts(AuditDo.confirm("F-1"), TestLedger.INSPECTOR);
    }

    @Test
    void isAnsweredByItsUnitOnly() {
        ledger.given(AuditDo.raise("F-1", "minor"));

        ledger.refuses(AuditDo.respond("F-1"), new Person("p-other", Set.of(Role.UNIT), "T:2"))
                .because("unit-not-its-own");
        ledger.refuses(AuditDo.respond("F-1"), TestLedger.CLERK).because("role-not-allowed");
        assertThat(ledger.accepts(AuditDo.respond("F-1"))).hasExactlyElementsOfTypes(FindingResponded.class);
        ledger.given(AuditDo.withdraw("F-1"));
        ledger.refuses(AuditDo.respond("F-1")).because("finding-out-of-order");
    }

    @Test
    void isWithdrawnByWhoRaisedItUntilItIsConfirmed() {
        ledger.given(AuditDo.raise("F-1", "minor"), AuditDo.raise("F-2", "minor"));
        assertThat(ledger.accepts(AuditDo.withdraw("F-1"))).hasExactlyElementsOfTypes(FindingWithdrawn.class);
        ledger.refuses(AuditDo.withdraw("F-1"), AuditDo.SECOND).because("finding-out-of-order");

        ledger.accepts(AuditDo.confirm("F-2"), AuditDo.SECOND);
        ledger.refuses(AuditDo.withdraw("F-2"), TestLedger.AUDITOR).because("same-person");
        ledger.refuses(AuditDo.withdraw("F-2"), TestLedger.INSPECTOR).because("not-in-team");
        ledger.accepts(AuditDo.withdraw("F-2"), AuditDo.SECOND);
    }

    @Test
    void isReferredOnceItIsConfirmed() {
        ledger.given(AuditDo.raise("F-1", "minor"));

        ledger.refuses(AuditDo.refer("F-1")).because("finding-out-of-order");
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
        ledger.refuses(AuditDo.refer("F-1"), AuditDo.STRANGER).because("not-in-team");
        assertThat(ledger.accepts(AuditDo.refer("F-1"))).hasExactlyElementsOfTypes(FindingReferred.class);
        ledger.refuses(AuditDo.refer("F-1")).because("finding-out-of-order").with("state", "referred");
    }

    @Test
    void isRaisedInFieldworkOnly() {
        ledger.given(AuditDo.plan("AU2", "F1"));

        ledger.refuses(new RaiseFinding("AU2", "F-1", "t", "s", "minor", "T:1", List.of("allocation:a1@0"), List.of()))
                .because("audit-out-of-order");
        ledger.given(AuditDo.report());
        ledger.refuses(AuditDo.raise("F-1", "minor"))
                .because("audit-out-of-order")
                .with("state", "reported");
    }
}
