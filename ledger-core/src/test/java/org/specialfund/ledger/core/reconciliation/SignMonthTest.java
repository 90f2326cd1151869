package org.specialfund.ledger.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoReconcile;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fund.event.FundMonthSigned;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationCountersigned;
import org.specialfund.ledger.core.reconciliation.event.ReconciliationSigned;
import org.specialfund.ledger.core.reconciliation.event.StatementReceived;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** A month is compared with its bank's statement, explained, and signed by two people in order. */
class SignMonthTest {

    private static final String MARCH = "2026-03";

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void paymentsOfMarch() {
        ledger.standard()
                .given(
                        Do.issue("A1", "500", "2026-02-01"),
                        Do.payment("D1", "A1", "100", "2026-03-05")
                                .bank("B1", 1)
                                .record(),
                        Do.payment("D2", "A1", "30", "2026-03-31").bank("B2", 1).record());
    }

    private void receivedAndExplained() {
        ledger.given(
                DoReconcile.receive(MARCH, "900", "798.50", "2026-03-06 b1 -100", "2026-03-31 - -1.50"),
                DoReconcile.explain(MARCH, "ledger payment:D2", "bank 2"));
    }

    private void signed() {
        receivedAndExplained();
        ledger.given(DoReconcile.sign(MARCH), DoReconcile.countersign(MARCH));
    }

    @Test
    void isSignedByTwoPeopleWithWhatTheySaw() {
        receivedAndExplained();

        ReconciliationSigned signed =
                (ReconciliationSigned) ledger.accepts(DoReconcile.sign(MARCH)).get(0);
        assertThat(signed.matched()).isEqualTo(1);
        assertThat(signed.matchedAmount()).isEqualTo("-100.00");
        assertThat(signed.ledgerOnlyAmount()).isEqualTo("-30.00");
        assertThat(signed.bankOnlyAmount()).isEqualTo("-1.50");
        assertThat(signed.signedBy()).isEqualTo(TestLedger.CLERK.id());

        assertThat(ledger.accepts(DoReconcile.countersign(MARCH)))
                .hasExactlyElementsOfTypes(ReconciliationCountersigned.class, FundMonthSigned.class);
        FundMonthSigned noted =
                (FundMonthSigned) ledger.last(FundMonthSigned.class).getPayload();
        assertThat(noted.lastDay()).isEqualTo("2026-03-31");
        assertThat(noted.closingBalance()).isEqualTo("798.50");
    }

    @Test
    void needsAnExplanationOfEverythingThatHasNoCounterpart() {
        ledger.given(DoReconcile.receive(MARCH, "900", "798.50", "2026-03-06 B1 -100", "2026-03-31 - -1.50"));

        ledger.refuses(DoReconcile.sign(MARCH))
                .because("not-explained")
                .with("count", "2")
                .with("items", "ledger payment:D2, bank 2");
        ledger.given(DoReconcile.explain(MARCH, "bank 2"));
        ledger.refuses(DoReconcile.sign(MARCH)).because("not-explained").with("ledgerOnly", "1");
        ledger.refuses(DoReconcile.explain(MARCH, "bank 1"))
                .because("unknown-item")
                .with("item", "1");
        ledger.refuses(DoReconcile.explain(MARCH, "ledger payment:D1")).because("unknown-item");
    }

    @Test
    void refusesAStatementThatDoesNotAddUp() {
        ledger.refuses(DoReconcile.receive(MARCH, "900", "800.01", "2026-03-06 B1 -100"))
                .because("statement-not-adding-up")
                .with("sum", "800.00")
                .with("closing", "800.01")
                .with("difference", "0.01");
        ledger.refuses(DoReconcile.receive(MARCH, "900", "800", "2026-04-01 B1 -100"))
                .because("line-outside-month")
                .with("line", "1");
        ledger.refuses(DoReconcile.receive(MARCH, "0.001", "0.001")).because("too-many-decimals");
        ledger.refuses(DoReconcile.receive(MARCH, "1", "1", "2026-03-06 B1 0")).because("amount-not-positive");
        ledger.refuses(DoReconcile.receive("2027-03", "1", "1")).because("month-outside-year");
        assertThatThrownBy(() -> DoReconcile.receive("2026-13", "1", "1")).isInstanceOf(MalformedException.class);
    }

    @Test
    void keepsItsOrder() {
        ledger.refuses(DoReconcile.sign(MARCH)).because("unknown-reconciliation");
        ledger.refuses(DoReconcile.explain(MARCH, "bank 1")).because("unknown-reconciliation");
        receivedAndExplained();
        ledger.refuses(DoReconcile.countersign(MARCH)).because("not-signed-yet");
        ledger.given(DoReconcile.sign(MARCH), DoReconcile.countersign(MARCH));

        ledger.refuses(DoReconcile.receive(MARCH, "0", "0")).because("month-locked");
        ledger.refuses(DoReconcile.explain(MARCH, "bank 2")).because("month-locked");
        ledger.refuses(DoReconcile.sign(MARCH)).because("month-locked");
        ledger.refuses(DoReconcile.countersign(MARCH)).because("month-locked");
    }

    @Test
    void isCountersignedByWhoHadNoHandInIt() {
        receivedAndExplained();
        Person both = Person.of("p-both", Role.TREASURY, Role.APPROVER);
        ledger.accepts(DoReconcile.sign(MARCH), both);

        ledger.refuses(DoReconcile.countersign(MARCH), both).because("same-person");
        Person clerk = Person.of(TestLedger.CLERK.id(), Role.APPROVER);
        ledger.refuses(DoReconcile.countersign(MARCH), clerk).because("same-person");
        ledger.refuses(DoReconcile.countersign(MARCH), TestLedger.TREASURY).because("role-not-allowed");
        ledger.refuses(DoReconcile.sign(MARCH), TestLedger.APPROVER).because("role-not-allowed");
        ledger.accepts(DoReconcile.countersign(MARCH));
    }

    @Test
    void isSignedAgainWhereTheListsHaveChanged() {
        receivedAndExplained();
        ledger.given(
                DoReconcile.sign(MARCH),
                Do.payment("D3", "A1", "5", "2026-03-20").record());

        ledger.refuses(DoReconcile.countersign(MARCH)).because("changed-since-signed");
        ledger.given(DoReconcile.explain(MARCH, "ledger payment:D3"));
        ledger.refuses(DoReconcile.countersign(MARCH)).because("not-signed-yet");
        ledger.given(DoReconcile.sign(MARCH), DoReconcile.countersign(MARCH));
    }

    @Test
    void beginsAgainWithAnotherStatement() {
        receivedAndExplained();
        ledger.given(DoReconcile.sign(MARCH));

        assertThat(ledger.accepts(DoReconcile.receive(MARCH, "900", "770", "2026-03-06 B1 -100", "2026-03-31 B2 -30")))
                .hasExactlyElementsOfTypes(StatementReceived.class);

        ledger.refuses(DoReconcile.countersign(MARCH)).because("not-signed-yet");
        ledger.given(DoReconcile.sign(MARCH), DoReconcile.countersign(MARCH));
    }

    @Test
    void asksAgainWhereTheAmountThatWasExplainedHasChanged() {
        receivedAndExplained();
        ledger.given(Do.correct("D2", "35", "2026-03-31"));

        ledger.refuses(DoReconcile.sign(MARCH)).because("not-explained").with("items", "ledger payment:D2");
    }

    @Test
    void followsTheMonthBefore() {
        signed();

        ledger.refuses(DoReconcile.receive("2026-04", "800", "800"))
                .because("opening-differs")
                .with("closing", "798.50");
        ledger.given(DoReconcile.receive("2026-05", "798.50", "798.50"));
        ledger.refuses(DoReconcile.sign("2026-05"))
                .because("month-out-of-order")
                .with("expected", "2026-04");
        ledger.given(DoReconcile.receive("2026-04", "798.50", "798.50"), DoReconcile.sign("2026-04"));
        ledger.given(DoReconcile.countersign("2026-04"), DoReconcile.sign("2026-05"));
    }

    @Test
    void hasEnded() {
        ledger.today("2026-03-31")
                .given(DoReconcile.receive(MARCH, "900", "770", "2026-03-06 B1 -100", "2026-03-31 B2 -30"));

        ledger.refuses(DoReconcile.sign(MARCH)).because("month-not-ended").with("today", "2026-03-31");
        ledger.today("2026-04-01").given(DoReconcile.sign(MARCH));
    }
}
