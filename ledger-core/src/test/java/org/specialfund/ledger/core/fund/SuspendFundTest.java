package org.specialfund.ledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A suspension is a set of causes; each blocks payments from its own day on. */
class SuspendFundTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void blocksIssueRequestAndOneStepPaymentFromItsDayOn() {
        ledger.given(Do.suspendFund("audit-7", "2026-05-01"));

        ledger.refuses(Do.issue("A2", "10", "2026-05-01"))
                .because("fund-suspended")
                .with("cause", "audit-7")
                .with("since", "2026-05-01");
        ledger.refuses(Do.request("D1", "A1", "10", "2026-05-01")).because("fund-suspended");
        ledger.refuses(Do.record("D1", "A1", "10", "2026-06-01")).because("fund-suspended");
    }

    @Test
    void allowsWhatIsDatedBeforeIt() {
        ledger.given(Do.suspendFund("audit-7", "2026-05-01"));

        ledger.accepts(Do.issue("A2", "10", "2026-04-30"));
        ledger.accepts(Do.request("D1", "A1", "10", "2026-04-30"));
        ledger.accepts(Do.record("D2", "A1", "10", "2026-04-30"));
    }

    @Test
    void blocksApprovalTodayAndSettlementOnItsDay() {
        ledger.given(Do.request("D1", "A1", "10", "2026-04-01"), Do.review("D1"))
                .given(Do.request("D2", "A1", "10", "2026-04-01"), Do.review("D2"), Do.approve("D2"))
                .given(Do.suspendFund("audit-7", "2026-05-01"));

        ledger.refuses(Do.approve("D1")).because("fund-suspended");
        ledger.refuses(Do.settle("D2", "2026-05-01")).because("fund-suspended").with("since", "2026-05-01");
        ledger.accepts(Do.settle("D2", "2026-04-30"));
    }

    @Test
    void allowsReturnRecoveryReversalDecreaseAndCancellation() {
        ledger.given(Do.record("D1", "A1", "50", "2026-04-01"), Do.record("D2", "A1", "10", "2026-04-01"))
                .given(Do.request("D3", "A1", "10", "2026-04-01"))
                .given(Do.suspendFund("audit-7", "2026-05-01"));

        ledger.accepts(Do.bounce("D1", "5", "2026-05-02"));
        ledger.accepts(Do.demand("D1", "5", "2026-05-02"));
        ledger.accepts(Do.receive("D1:1", "5", "2026-05-03"));
        ledger.accepts(Do.reverse("D2"));
        ledger.accepts(Do.decrease("A1", "5", "2026-05-02"));
        ledger.accepts(Do.cancel("D3", "2026-05-02"));
    }

    @Test
    void staysWhileAnyCauseHolds() {
        ledger.given(Do.suspendFund("audit-7", "2026-05-01"), Do.suspendFund("flood", "2026-05-10"));

        ledger.given(Do.resumeFund("audit-7", "2026-06-01"));
        ledger.refuses(Do.record("D1", "A1", "10", "2026-05-10"))
                .because("fund-suspended")
                .with("cause", "flood")
                .with("since", "2026-05-10");

        ledger.given(Do.resumeFund("flood", "2026-06-02"));
        ledger.accepts(Do.record("D1", "A1", "10", "2026-05-10"));
    }

    @Test
    void refusesACauseThatStandsAndAllowsItAgainOnceLifted() {
        ledger.given(Do.suspendFund("flood", "2026-05-01"));

        ledger.refuses(Do.suspendFund("flood", "2026-05-02"))
                .because("cause-exists")
                .with("cause", "flood");
        ledger.given(Do.resumeFund("flood", "2026-05-03"));
        ledger.accepts(Do.suspendFund("flood", "2026-05-04"));
    }

    @Test
    void acceptsAPaymentMadeInSpiteOfItWithTheApproversConfirmation() {
        ledger.given(Do.suspendFund("flood", "2026-05-01"));

        ledger.accepts(Do.payment("D1", "A1", "10", "2026-05-05")
                .despite("the bank had paid already")
                .record());

        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("10");
    }

    @Test
    void refusesAPaymentInSpiteOfItThatExceedsTheMoney() {
        ledger.given(Do.suspendFund("flood", "2026-05-01"));

        ledger.refuses(Do.payment("D1", "A1", "201", "2026-05-05")
                        .despite("the bank had paid already")
                        .record())
                .because("exceeds-available")
                .with("available", "200.00")
                .with("requested", "201.00");
    }
}
