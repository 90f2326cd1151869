package org.specialfund.ledger.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Batch;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoReconcile;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** What moves money on a day of a signed month has the approver behind it. */
class SignedMonthTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void marchIsSigned() {
        ledger.standard()
                .given(
                        Do.issue("A1", "500", "2026-02-01"),
                        Do.payment("D1", "A1", "100", "2026-03-05")
                                .bank("B1", 1)
                                .record(),
                        Do.request("D2", "A1", "10", "2026-03-10"),
                        Do.review("D2"),
                        Do.approve("D2"),
                        Do.request("D3", "A1", "10", "2026-03-10"),
                        DoReconcile.receive("2026-03", "900", "800", "2026-03-06 B1 -100"),
                        DoReconcile.sign("2026-03"),
                        DoReconcile.countersign("2026-03"));
    }

    @Test
    void takesWhatTheApproverConfirms() {
        ledger.given(
                Do.record("D9", "A1", "5", "2026-03-31"),
                Do.appropriate("10", "2026-03-01"),
                Do.issue("A2", "10", "2026-03-02"),
                Do.correct("D1", "90", "2026-03-06"),
                Do.reverse("D9"));
        ledger.accepts(Do.bounce("D1", "1", "2026-03-20"), People.two(TestLedger.CLERK, TestLedger.APPROVER));
    }

    @Test
    void refusesWhatNobodyElseMayDecideThere() {
        ledger.refuses(Do.request("D9", "A1", "5", "2026-03-31"))
                .because("month-signed")
                .with("month", "2026-03")
                .with("effectiveDate", "2026-03-31");
        ledger.refuses(Do.settle("D2", "2026-03-31")).because("month-signed");
        ledger.refuses(Do.cancel("D3", "2026-03-31")).because("month-signed");
        ledger.refuses(Do.reject("D3", "2026-03-31")).because("month-signed");
        ledger.refuses(Do.report("D1", "5", "2026-03-31")).because("month-signed");
        ledger.refuses(Do.bounce("D1", "1", "2026-03-20"), People.two(TestLedger.CLERK, TestLedger.REVIEWER))
                .because("month-signed");
        ledger.given(Do.demand("D1", "5", "2026-03-30"));
        ledger.refuses(Do.waive("D1:1", "5", "2026-03-31")).because("month-signed");
    }

    @Test
    void leavesTheDaysAroundItAlone() {
        ledger.given(
                Do.request("D9", "A1", "5", "2026-04-01"),
                Do.request("D10", "A1", "5", "2026-02-28"),
                Do.settle("D2", "2026-04-01"),
                Do.cancel("D3", "2026-04-01"),
                Do.report("D1", "5", "2026-04-02"));
    }

    @Test
    void letsWhatMovesNoMoneyGoOn() {
        ledger.given(Do.review("D3"), Do.approve("D3"));
    }

    @Test
    void leavesAWayForWhatTheTreasuryPaidInItAndDidNotSettle() {
        ledger.refuses(Do.settle("D2", "2026-03-20")).because("month-signed");

        ledger.accepts(Do.reject("D2", "2026-06-15"), TestLedger.TREASURY);
        ledger.accepts(
                Do.payment("D2-paid", "A1", "10", "2026-03-20").bank("B2", 1).record());
    }

    @Test
    void countsTheApproverWhoConfirmsAndNotOneWhoProposes() {
        Person clerkAndApprover = Person.of("p-both", Role.CLERK, Role.APPROVER);
        ledger.refuses(Do.bounce("D1", "1", "2026-03-20"), People.two(clerkAndApprover, TestLedger.REVIEWER))
                .because("month-signed");
        ledger.accepts(Do.reject("D3", "2026-03-31"), TestLedger.APPROVER);
    }

    @Test
    void isToldToWhoProposesWhatNoApproverCouldConfirm() {
        ledger.given(Do.demand("D1", "5", "2026-03-30"));

        ledger.refuses(new ProposeCommand("p1", Do.waive("D1:1", "5", "2026-03-31")), TestLedger.CLERK)
                .because("month-signed");
        ledger.accepts(new ProposeCommand("p2", Do.bounce("D1", "1", "2026-03-20")), TestLedger.CLERK);
    }

    @Test
    void holdsForWhatComesInTheSameBatchAndSeesWhatCameBefore() {
        ledger.given(DoReconcile.receive("2026-04", "800", "795", "2026-04-02 B9 -5"));
        Outcome early = execute(DoReconcile.sign("2026-04")).get(0);
        assertThat(early.refusal()).extracting(Refusal::code).extracting("code").isEqualTo("not-explained");

        List<Outcome> outcomes = ledger.ledger()
                .execute(new Batch(
                        List.of(
                                ledger.ledger()
                                        .item(
                                                Do.payment("D9", "A1", "5", "2026-04-02")
                                                        .bank("B9", 1)
                                                        .record(),
                                                People.two(TestLedger.CLERK, TestLedger.APPROVER)),
                                ledger.ledger().item(DoReconcile.sign("2026-04"), People.alone(TestLedger.CLERK)),
                                ledger.ledger()
                                        .item(DoReconcile.countersign("2026-04"), People.alone(TestLedger.APPROVER)),
                                ledger.ledger()
                                        .item(
                                                Do.request("D10", "A1", "5", "2026-04-03"),
                                                People.alone(TestLedger.CLERK))),
                        false));

        assertThat(outcomes).extracting(Outcome::accepted).containsExactly(true, true, true, false);
        assertThat(outcomes.get(3).refusal().code().code()).isEqualTo("month-signed");
    }

    private List<Outcome> execute(LedgerCommand command) {
        return ledger.ledger()
                .execute(new Batch(List.of(ledger.ledger().item(command, People.alone(TestLedger.CLERK))), false));
    }
}
