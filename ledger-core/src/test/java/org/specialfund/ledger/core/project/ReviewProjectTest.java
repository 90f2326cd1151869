package org.specialfund.ledger.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.project.command.AssignExperts;
import org.specialfund.ledger.core.project.event.Expert;
import org.specialfund.ledger.core.project.event.NoticeOpened;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Experts who have nothing to do with the applicant review, each once; then the notice opens. */
class ReviewProjectTest {

    private static final Person E1 = Person.of("e1", Role.EXPERT);
    private static final Person E2 = Person.of("e2", Role.EXPERT);
    private static final Person E3 = Person.of("e3", Role.EXPERT);

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aCheckedProject() {
        ledger.standard().given(DoProject.submit("P1", "100"), DoProject.complete("P1"));
    }

    @Test
    void refusesAnExpertOfTheApplicant() {
        AssignExperts tied = new AssignExperts("P1", List.of(new Expert("e1", "T:1")));
        ledger.refuses(tied).because("of-the-applicant").with("applicant", "T:1");
        ledger.refuses(DoProject.experts("P1", "p-unit")).because("of-the-applicant");

        // The planner did not know it; the expert's own user says so.
        ledger.given(DoProject.experts("P1", "e1"));
        ledger.refuses(DoProject.review("P1", 80, "2026-01-12"), new Person("e1", Set.of(Role.EXPERT), "T:1"))
                .because("of-the-applicant");
    }

    @Test
    void refusesAnExpertWhoCheckedTheForm() {
        ledger.refuses(DoProject.experts("P1", "p-planner")).because("same-person");
    }

    @Test
    void refusesAnExpertTwice() {
        ledger.given(DoProject.experts("P1", "e1"));

        ledger.refuses(DoProject.experts("P1", "e2", "e1"))
                .because("expert-assigned")
                .with("expert", "e1");
        ledger.accepts(DoProject.experts("P1", "e2"));
    }

    @Test
    void refusesAReviewByWhoWasNotAsked() {
        ledger.refuses(DoProject.review("P1", 80, "2026-01-12"), E1).because("expert-not-assigned");
        ledger.refuses(DoProject.review("P1", 80, "2026-01-12"), TestLedger.PLANNER)
                .because("role-not-allowed");
    }

    @Test
    void refusesASecondReviewAndOneBeforeTheApplication() {
        ledger.given(DoProject.experts("P1", "e1"));

        ledger.refuses(DoProject.review("P1", 80, "2026-01-04"), E1)
                .because("date-before-step")
                .with("since", "2026-01-05");
        ledger.accepts(DoProject.review("P1", 100, "2026-01-12"), E1);
        ledger.refuses(DoProject.review("P1", 0, "2026-01-12"), E1)
                .because("already-reviewed")
                .with("round", "1");
    }

    @Test
    void aRecusedExpertNeverReviews() {
        ledger.given(DoProject.experts("P1", "e1", "e2"));

        ledger.refuses(DoProject.recuse("P1", "e2"), E1).because("recuses-oneself-only");
        ledger.accepts(DoProject.recuse("P1", "e1"), E1);
        ledger.accepts(DoProject.recuse("P1", "e2"), TestLedger.PLANNER);
        ledger.refuses(DoProject.review("P1", 80, "2026-01-12"), E1).because("expert-recused");
        ledger.refuses(DoProject.experts("P1", "e1")).because("expert-recused");
        ledger.refuses(DoProject.recuse("P1", "e1"), E1).because("expert-recused");
        ledger.refuses(DoProject.recuse("P1", "e3"), E3).because("expert-not-assigned");
    }

    @Test
    void theReviewOfWhoIsRecusedLaterDoesNotCount() {
        ledger.given(DoProject.experts("P1", "e1", "e2", "e3")).reviews("P1", "2026-01-12");
        ledger.accepts(DoProject.recuse("P1", "e3"), E3);

        ledger.refuses(DoProject.notice("P1", "2026-01-13"))
                .because("reviews-missing")
                .with("required", "3")
                .with("recorded", "2");
    }

    @Test
    void theNoticeLastsTheWorkingDaysOfTheMostDemandingFund() {
        ledger.given(
                Do.fund("F2").notice(7).reviews(2).command(),
                DoProject.submit("P2", "T:1", "network", "100", "F1", "F2"),
                DoProject.complete("P2"),
                DoProject.experts("P2", "e1", "e2", "e3"));
        ledger.accepts(DoProject.review("P2", 90, "2026-01-12"), E1);
        ledger.accepts(DoProject.review("P2", 90, "2026-01-12"), E2);
        ledger.refuses(DoProject.notice("P2", "2026-01-13"))
                .because("reviews-missing")
                .with("required", "3");
        ledger.accepts(DoProject.review("P2", 90, "2026-01-13"), E3);

        ledger.refuses(DoProject.notice("P2", "2026-01-12"))
                .because("date-before-step")
                .with("since", "2026-01-13");
        ledger.accepts(DoProject.notice("P2", "2026-01-13"));

        NoticeOpened opened = (NoticeOpened) ledger.last(NoticeOpened.class).getPayload();
        assertThat(opened.workingDays()).isEqualTo(7);
        assertThat(opened.lastDay()).isEqualTo("2026-01-21");
    }

    @Test
    void refusesStepsOutOfOrder() {
        ledger.refuses(DoProject.notice("P1", "2026-01-13")).because("reviews-missing");
        ledger.refuses(DoProject.object("P1", "2026-01-13"))
                .because("project-wrong-step")
                .with("needed", "on-notice");
        ledger.refuses(DoProject.approve("P1", "1", "2026-01-20")).because("project-wrong-step");
        ledger.given(DoProject.experts("P1", "e1", "e2", "e3"))
                .reviews("P1", "2026-01-12")
                .given(DoProject.notice("P1", "2026-01-13"));
        ledger.refuses(DoProject.notice("P1", "2026-01-13")).because("project-wrong-step");
        ledger.refuses(DoProject.experts("P1", "e4")).because("project-wrong-step");
        ledger.refuses(DoProject.recuse("P1", "e1")).because("project-wrong-step");
        ledger.refuses(DoProject.review("P1", 90, "2026-01-13"), E1).because("project-wrong-step");
    }
}
