package org.specialfund.ledger.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Batch;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.project.command.SubmitProject;
import org.specialfund.ledger.core.project.event.FundYearAsked;
import org.specialfund.ledger.core.project.event.ProjectSubmitted;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A unit applies for itself; a planner checks the form. */
class SubmitProjectTest {

    private static final Person OTHER_UNIT = new Person("p-other", Set.of(Role.UNIT), "T:2");

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aFund() {
        ledger.standard();
    }

    @Test
    void aUnitAppliesForSeveralYearsAndFunds() {
        ledger.given(Do.fund("F2").command());
        List<FundYearAsked> asksFor =
                List.of(new FundYearAsked("F1", 2026), new FundYearAsked("F1", 2027), new FundYearAsked("F2", 2026));

        List<LedgerEvent> events = ledger.accepts(new SubmitProject(
                "P1", "T:1", "A platform", "network", asksFor, Do.amount("300"), Do.day("2026-01-05"), null, null));

        assertThat(events)
                .containsExactly(new ProjectSubmitted(
                        "P1",
                        "T:1",
                        "A platform",
                        "network",
                        asksFor,
                        Do.amount("300.00"),
                        "CNY",
                        "p-unit",
                        Do.day("2026-01-05"),
                        null,
                        null));
    }

    @Test
    void refusesAUnitForAnother() {
        ledger.refuses(DoProject.submit("P1", "100"), OTHER_UNIT).because("unit-not-its-own");
        ledger.given(DoProject.submit("P1", "100"));
        ledger.refuses(DoProject.withdraw("P1"), OTHER_UNIT).because("unit-not-its-own");
    }

    @Test
    void refusesWhatIsUnknown() {
        ledger.refuses(DoProject.submit("P1", "T:9", "network", "100", "F1")).because("unknown-payee");
        ledger.refuses(DoProject.submit("P1", "T:1", "network", "100", "F9")).because("unknown-fund");
        ledger.refuses(DoProject.complete("P9")).because("unknown-project").with("projectNo", "P9");
        ledger.refuses(DoProject.withdraw("P9")).because("unknown-project");
        ledger.refuses(DoProject.approve("P9", "1", "2026-01-20")).because("unknown-project");
        ledger.refuses(DoProject.resolve("P9:1", true, "2026-01-20")).because("unknown-objection");
    }

    @Test
    void refusesANumberThatIsTaken() {
        ledger.given(DoProject.submit("P1", "100"));

        ledger.refuses(DoProject.submit("P1", "100")).because("project-exists");
        ledger.refuses(DoProject.submit("p1", "100"))
                .because("differs-only-by-case")
                .with("existing", "P1");
        ledger.refuses(DoProject.complete("p1")).because("unknown-project");
    }

    @Test
    void refusesAnAmountOrADateThatCannotBe() {
        ledger.refuses(DoProject.submit("P1", "0")).because("amount-not-positive");
        ledger.refuses(DoProject.submit("P1", "1.001")).because("too-many-decimals");
        ledger.today("2026-01-04");
        ledger.refuses(DoProject.submit("P1", "1")).because("date-in-future");
    }

    @Test
    void refusesACategoryThatOneOfItsFundsHasNot() {
        ledger.given(Do.fund("F2").categories("training").command());

        ledger.refuses(DoProject.submit("P1", "T:1", "network", "100", "F1", "F2"))
                .because("category-not-allowed")
                .with("category", "network");
        ledger.accepts(DoProject.submit("P1", "T:1", "training", "100", "F1", "F2"));
    }

    @Test
    void refusesFundsOfTwoCurrencies() {
        ledger.given(Do.fund("F2").currency("KWD").command());

        ledger.refuses(DoProject.submit("P1", "T:1", "network", "100", "F1", "F2"))
                .because("currencies-differ")
                .with("currencies", "CNY, KWD");
    }

    @Test
    void anApplicationSentBackIsMadeAgainForTheSameFundYears() {
        ledger.given(Do.fund("F2").command(), DoProject.submit("P1", "100"), DoProject.sendBack("P1"));

        ledger.refuses(DoProject.experts("P1", "e1"))
                .because("project-wrong-step")
                .with("status", "sent-back");
        ledger.refuses(DoProject.submit("P1", "T:1", "network", "90", "F1", "F2"))
                .because("project-exists");
        ledger.given(DoProject.submit("P1", "90"), DoProject.complete("P1"));

        assertThat(ledger.count(ProjectSubmitted.class)).isEqualTo(2);
    }

    @Test
    void refusesToCheckTwiceOrByTheApplicant() {
        ledger.given(DoProject.submit("P1", "100"));
        Person both = new Person("p-unit", Set.of(Role.PLANNER), null);
        Person colleague = new Person("p-colleague", Set.of(Role.PLANNER), "T:1");

        ledger.refuses(DoProject.complete("P1"), both).because("of-the-applicant");
        ledger.refuses(DoProject.complete("P1"), colleague)
                .because("of-the-applicant")
                .with("applicant", "T:1");
        ledger.refuses(DoProject.complete("P1"), TestLedger.LEADER).because("role-not-allowed");
        ledger.given(DoProject.complete("P1"));
        ledger.refuses(DoProject.complete("P1"))
                .because("project-wrong-step")
                .with("status", "in-review")
                .with("needed", "submitted");
    }

    @Test
    void aWithdrawnProjectGoesNoFurther() {
        ledger.given(DoProject.submit("P1", "100"), DoProject.withdraw("P1"));

        ledger.refuses(DoProject.complete("P1")).because("project-wrong-step").with("status", "withdrawn");
        ledger.refuses(DoProject.withdraw("P1")).because("project-wrong-step");
        ledger.refuses(DoProject.reject("P1", "2026-02-01")).because("project-wrong-step");
        ledger.refuses(DoProject.submit("P1", "100")).because("project-exists");
    }

    @Test
    void aRefusedSecondApplicationDoesNotDisturbTheRestOfItsBatch() {
        ledger.given(Do.fund("F2").command(), DoProject.submit("P1", "100"));

        List<Outcome> outcomes = ledger.ledger()
                .execute(new Batch(
                        List.of(
                                ledger.ledger()
                                        .item(
                                                DoProject.submit("P1", "T:1", "network", "1", "F2"),
                                                People.alone(TestLedger.UNIT)),
                                ledger.ledger().item(DoProject.complete("P1"), People.alone(TestLedger.PLANNER))),
                        false));

        assertThat(outcomes).extracting(Outcome::accepted).containsExactly(false, true);
    }
}
