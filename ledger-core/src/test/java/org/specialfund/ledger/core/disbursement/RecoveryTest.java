package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.decision.People;

/** Paid money is demanded back, received or waived: received and waived within demanded, demanded within paid. */
class RecoveryTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aPayment() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "100", "2026-03-01"));
    }

    @Test
    void isAMemoUntilTheMoneyComes() {
        ledger.given(Do.demand("D1", "60", "2026-04-01"));

        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("claims.F1.2026")).isEqualTo("-60");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("100");
    }

    @Test
    void receivedMoneyFollowsTheRulesForReturns() {
        ledger.given(Do.demand("D1", "60", "2026-04-01"), Do.receive("D1:1", "40", "2026-04-10"));

        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("20");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("60");
        assertThat(ledger.balance("available.A1")).isEqualTo("140");
    }

    @Test
    void refusesToDemandMoreThanIsPaidNet() {
        ledger.given(Do.bounce("D1", "30", "2026-03-05"), Do.demand("D1", "50", "2026-04-01"));

        ledger.refuses(Do.demand("D1", "20.01", "2026-04-02"))
                .because("exceeds-paid")
                .with("requested", "70.01")
                .with("paid", "70.00");
        ledger.accepts(Do.demand("D1", "20", "2026-04-02"));
    }

    @Test
    void refusesToEndMoreThanIsDemanded() {
        ledger.given(Do.demand("D1", "60", "2026-04-01"), Do.receive("D1:1", "40", "2026-04-10"));

        ledger.refuses(Do.receive("D1:1", "20.01", "2026-04-11"))
                .because("exceeds-demanded")
                .with("requested", "20.01")
                .with("left", "20.00");
        ledger.refuses(Do.waive("D1:1", "20.01", "2026-04-11")).because("exceeds-demanded");
        ledger.accepts(Do.waive("D1:1", "20", "2026-04-11"));
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("60");
    }

    @Test
    void refusesToEndItBeforeItWasDemanded() {
        ledger.given(Do.demand("D1", "60", "2026-04-01"));

        ledger.refuses(Do.waive("D1:1", "1", "2026-03-31"))
                .because("before-earlier-entry")
                .with("earlier", "2026-04-01");
        ledger.refuses(Do.receive("D1:1", "1", "2026-03-31")).because("before-earlier-entry");
    }

    @Test
    void refusesAnUnknownRecovery() {
        ledger.refuses(Do.receive("D1:1", "1", "2026-04-01"))
                .because("unknown-recovery")
                .with("recoveryId", "D1:1");
        ledger.refuses(Do.waive("D9:1", "1", "2026-04-01"))
                .because("unknown-disbursement")
                .with("reference", "D9");
    }

    @Test
    void refusesADemandBeforeThePaymentAndOneAfterToday() {
        ledger.refuses(Do.demand("D1", "1", "2026-02-28"))
                .because("before-earlier-entry")
                .with("earlier", "2026-03-01");
        ledger.refuses(Do.demand("D1", "1", "2026-06-16")).because("date-in-future");
    }

    @Test
    void aWaiverNeedsTheLeader() {
        ledger.given(Do.demand("D1", "60", "2026-04-01"));

        ledger.refuses(Do.waive("D1:1", "60", "2026-04-02"), People.two(TestLedger.CLERK, TestLedger.APPROVER))
                .because("role-not-allowed")
                .with("roles", "leader");
    }

    @Test
    void numbersRecoveriesOfOnePayment() {
        ledger.given(Do.demand("D1", "10", "2026-04-01"), Do.demand("D1", "20", "2026-04-02"));

        ledger.accepts(Do.receive("D1:2", "20", "2026-04-03"));
        ledger.refuses(Do.receive("D1:2", "1", "2026-04-03"))
                .because("exceeds-demanded")
                .with("left", "0.00");
    }
}
