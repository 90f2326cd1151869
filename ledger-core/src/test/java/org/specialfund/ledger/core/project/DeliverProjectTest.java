package org.specialfund.ledger.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.project.event.PerformanceScored;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** An approved project reaches its milestones, is accepted and evaluated, in this order. */
class DeliverProjectTest {

    private static final Person COLLEAGUE = new Person("p-colleague", Set.of(Role.PLANNER), "T:1");

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anApprovedProject() {
        ledger.standard().approved("P1", "100");
    }

    @Test
    void aMilestoneIsPlannedAndReached() {
        ledger.given(DoProject.milestone("P1", "M1", null));

        ledger.refuses(DoProject.milestone("P1", "M1", "2026-06-16")).because("date-in-future");
        ledger.refuses(DoProject.milestone("P1", "M1", "2026-06-01"), new Person("p-other", Set.of(Role.UNIT), "T:2"))
                .because("unit-not-its-own");
        ledger.accepts(DoProject.milestone("P1", "M1", "2026-06-01"));
    }

    @Test
    void refusesWhatComesBeforeApproval() {
        ledger.given(DoProject.submit("P2", "100"));

        ledger.refuses(DoProject.milestone("P2", "M1", null))
                .because("project-wrong-step")
                .with("needed", "approved, accepted, evaluated");
        ledger.refuses(DoProject.accept("P2", "2026-05-01")).because("project-wrong-step");
        ledger.refuses(DoProject.secure("P2", "2026-05-01")).because("project-wrong-step");
        ledger.refuses(DoProject.score("P1", 90, "2026-05-01"))
                .because("project-wrong-step")
                .with("needed", "accepted");
    }

    @Test
    void refusesTheApplicantsOwnPeople() {
        ledger.refuses(DoProject.accept("P1", "2026-05-01"), COLLEAGUE).because("of-the-applicant");
        ledger.refuses(DoProject.secure("P1", "2026-05-01"), COLLEAGUE).because("of-the-applicant");
        ledger.given(DoProject.accept("P1", "2026-05-01"));
        ledger.refuses(DoProject.score("P1", 90, "2026-05-02"), COLLEAGUE).because("of-the-applicant");
    }

    @Test
    void refusesDatesBeforeTheStepBefore() {
        ledger.refuses(DoProject.accept("P1", "2026-01-19"))
                .because("date-before-step")
                .with("since", "2026-01-20");
        ledger.given(DoProject.accept("P1", "2026-05-01"));
        ledger.refuses(DoProject.accept("P1", "2026-05-01")).because("project-wrong-step");
        ledger.refuses(DoProject.score("P1", 90, "2026-04-30")).because("date-before-step");
        ledger.accepts(DoProject.secure("P1", "2026-03-01"));
    }

    @ParameterizedTest
    @CsvSource({"100, excellent", "90, excellent", "89, good", "80, good", "79, fair", "60, fair", "59, poor", "0, poor"
    })
    void aScoreHasItsGrade(int score, String grade) {
        ledger.given(DoProject.accept("P1", "2026-05-01"), DoProject.score("P1", score, "2026-05-02"));

        assertThat(((PerformanceScored) ledger.last(PerformanceScored.class).getPayload()).grade())
                .isEqualTo(grade);
        ledger.refuses(DoProject.score("P1", score, "2026-05-02")).because("project-wrong-step");
    }
}
