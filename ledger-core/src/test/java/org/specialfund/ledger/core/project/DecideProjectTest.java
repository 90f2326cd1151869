package org.specialfund.ledger.core.project;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.payee.command.RecordQualification;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** After the notice, with no objection open, a planner and a leader approve; or they reject. */
class DecideProjectTest {

    private static final Person OBJECTOR = new Person("p-other", Set.of(Role.UNIT), "T:2");

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aFund() {
        ledger.standard();
    }

    @Test
    void refusesApprovalBeforeTheLastWorkingDayHasPassed() {
        ledger.noticed("P1", "100");

        ledger.refuses(DoProject.approve("P1", "100", "2026-01-19"))
                .because("notice-not-over")
                .with("lastDay", "2026-01-19");
        ledger.accepts(DoProject.approve("P1", "100", "2026-01-20"));
    }

    @Test
    void refusesApprovalDatedAhead() {
        ledger.noticed("P1", "100").today("2026-01-19");

        ledger.refuses(DoProject.approve("P1", "100", "2026-01-20")).because("date-in-future");
    }

    @Test
    void refusesMoreThanWasAppliedFor() {
        ledger.noticed("P1", "100");

        ledger.refuses(DoProject.approve("P1", "100.01", "2026-01-20"))
                .because("exceeds-applied")
                .with("requested", "100.01")
                .with("applied", "100.00");
        ledger.accepts(DoProject.approve("P1", "80", "2026-01-20"));
        ledger.refuses(DoProject.approve("P1", "80", "2026-01-20")).because("project-wrong-step");
        ledger.refuses(DoProject.withdraw("P1")).because("project-wrong-step");
    }

    @Test
    void refusesPeopleWhoDecidedBefore() {
        ledger.noticed("P1", "100");
        Person reviewer = Person.of("e1", Role.PLANNER, Role.LEADER);
        Person checker = Person.of("p-planner", Role.LEADER);
        Person applicant = new Person("p-unit", Set.of(Role.LEADER), null);
        Person planner = Person.of("p-planner-2", Role.PLANNER);

        var approve = DoProject.approve("P1", "100", "2026-01-20");
        ledger.refuses(approve, People.two(reviewer, TestLedger.LEADER)).because("same-person");
        ledger.refuses(approve, People.two(TestLedger.PLANNER, reviewer)).because("same-person");
        ledger.refuses(approve, People.two(planner, checker)).because("same-person");
        ledger.refuses(approve, People.two(planner, applicant)).because("of-the-applicant");
        ledger.refuses(DoProject.reject("P1", "2026-01-20"), People.two(planner, applicant))
                .because("of-the-applicant");
        ledger.accepts(approve, People.two(TestLedger.PLANNER, TestLedger.LEADER));
    }

    @Test
    void anOpenObjectionBarsApproval() {
        ledger.noticed("P1", "100");
        ledger.accepts(DoProject.object("P1", "2026-01-19"), OBJECTOR);

        ledger.refuses(DoProject.approve("P1", "100", "2026-01-20"))
                .because("objections-open")
                .with("objections", "P1:1");
        ledger.accepts(DoProject.resolve("P1:1", false, "2026-01-20"), TestLedger.LEADER);
        ledger.refuses(DoProject.resolve("P1:1", true, "2026-01-20")).because("objection-resolved");
        ledger.accepts(DoProject.approve("P1", "100", "2026-01-20"));
    }

    @Test
    void anObjectionIsOfADayOfTheNotice() {
        ledger.noticed("P1", "100");

        ledger.refuses(DoProject.object("P1", "2026-01-12"), OBJECTOR).because("outside-notice");
        ledger.refuses(DoProject.object("P1", "2026-01-20"), OBJECTOR)
                .because("outside-notice")
                .with("firstDay", "2026-01-13")
                .with("lastDay", "2026-01-19");
        ledger.accepts(DoProject.object("P1", "2026-01-13"), OBJECTOR);
    }

    @Test
    void refusesToResolveByTheApplicantOrTheObjector() {
        ledger.noticed("P1", "100");
        ledger.accepts(DoProject.object("P1", "2026-01-14"), OBJECTOR);
        ledger.accepts(DoProject.object("P1", "2026-01-14"), TestLedger.PLANNER);
        var first = DoProject.resolve("P1:1", true, "2026-01-15");

        ledger.refuses(first, new Person("p-other", Set.of(Role.LEADER), null)).because("same-person");
        ledger.refuses(first, new Person("p-third", Set.of(Role.LEADER), "T:2")).because("same-person");
        ledger.refuses(first, new Person("p-fourth", Set.of(Role.LEADER), "T:1"))
                .because("of-the-applicant");
        ledger.refuses(DoProject.resolve("P1:2", false, "2026-01-15"), TestLedger.PLANNER)
                .because("same-person");
        ledger.refuses(DoProject.resolve("P1:3", false, "2026-01-15")).because("unknown-objection");
        ledger.refuses(DoProject.resolve("P1:1", true, "2026-01-13")).because("date-before-step");
    }

    @Test
    void anUpheldObjectionNeedsANewReviewAndANewNotice() {
        ledger.noticed("P1", "100");
        ledger.accepts(DoProject.object("P1", "2026-01-14"), OBJECTOR);
        ledger.accepts(DoProject.object("P1", "2026-01-15"), OBJECTOR);
        ledger.given(DoProject.resolve("P1:1", true, "2026-01-22"));

        ledger.refuses(DoProject.approve("P1", "100", "2026-01-23"))
                .because("project-wrong-step")
                .with("status", "in-review");
        ledger.refuses(DoProject.notice("P1", "2026-01-23"))
                .because("reviews-missing")
                .with("recorded", "0");
        ledger.given(DoProject.resolve("P1:2", false, "2026-01-22"));
        ledger.reviews("P1", "2026-01-22");
        ledger.refuses(DoProject.notice("P1", "2026-01-21")).because("date-before-step");
        ledger.given(DoProject.notice("P1", "2026-01-23"));
        ledger.refuses(DoProject.approve("P1", "100", "2026-01-29")).because("notice-not-over");
        ledger.accepts(DoProject.approve("P1", "100", "2026-01-30"));
    }

    @Test
    void aRejectedProjectGoesNoFurther() {
        ledger.noticed("P1", "100").given(DoProject.reject("P1", "2026-01-20"));

        ledger.refuses(DoProject.approve("P1", "100", "2026-01-20")).because("project-wrong-step");
        ledger.refuses(Do.issueOf("P1", "A1", "1", "2026-02-01"))
                .because("project-not-approved")
                .with("status", "rejected");
    }

    @Test
    void anExpiredQualificationBlocksApprovalInItsCategory() {
        ledger.given(Do.fund("F1").requires("network", "qualification").amendedFrom("2026-06-16"))
                .today("2026-07-15")
                .noticed("P1", "100");
        var approve = DoProject.approve("P1", "100", "2026-07-01");

        ledger.refuses(approve).because("qualification-missing").with("category", "network");
        ledger.given(new RecordQualification("T:1", "network", "ISO", Do.day("2026-06-30"), "doc", null));
        ledger.refuses(approve).because("qualification-expired").with("day", "2026-07-01");
        ledger.given(new RecordQualification("T:1", "network", "ISO", Do.day("2026-07-01"), "doc", null));
        ledger.accepts(approve);
    }

    @Test
    void aQualificationThatDoesNotExpireIsEnoughAndOtherCategoriesNeedNone() {
        ledger.given(Do.fund("F1").requires("network", "qualification").amendedFrom("2026-06-16"))
                .given(new RecordQualification("T:1", "training", "ISO", null, "doc", null))
                .today("2026-07-15")
                .noticed("P1", "100");

        ledger.refuses(DoProject.approve("P1", "100", "2026-07-01")).because("qualification-missing");
        ledger.given(new RecordQualification("T:1", "network", "ISO", null, "doc", null));
        ledger.accepts(DoProject.approve("P1", "100", "2026-07-01"));
    }
}
