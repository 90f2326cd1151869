package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;

/** A correction reverses a payment and records what it should have been, two events together. */
class CorrectDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void replacesAmountAndDay() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"));

        assertThat(ledger.accepts(Do.correct("D1", "130", "2026-03-05")))
                .hasExactlyElementsOfTypes(
                        FundsRestored.class, FundsSpent.class, DisbursementReversed.class, DisbursementCorrected.class);
        assertThat(ledger.balance("available.A1")).isEqualTo("70");
        assertThat(ledger.balanceOn("available.A1", "2026-03-01")).isEqualTo("200");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("130");
    }

    @Test
    void isCorrectedAgainAndReturnedAfterwards() {
        ledger.given(
                Do.record("D1", "A1", "150", "2026-03-01"),
                Do.correct("D1", "130", "2026-03-05"),
                Do.correct("D1", "140", "2026-03-06"),
                Do.bounce("D1", "140", "2026-03-07"));

        assertThat(ledger.balance("available.A1")).isEqualTo("200");
    }

    @Test
    void refusesWhatExceedsAvailableAndSaysWhatCouldBeTaken() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.record("D2", "A1", "30", "2026-04-01"));

        ledger.refuses(Do.correct("D1", "171", "2026-03-01"))
                .because("exceeds-available")
                .with("requested", "171.00")
                .with("available", "170.00")
                .with("firstDay", "2026-04-01")
                .with("balance", "-1.00");
        ledger.accepts(Do.correct("D1", "170", "2026-03-01"));
    }

    @Test
    void refusesADayBeforeTheRequest() {
        ledger.paid("D1", "A1", "10", "2026-03-01");

        ledger.refuses(Do.correct("D1", "10", "2026-02-28"))
                .because("settled-before-request")
                .with("requestedOn", "2026-03-01");
        ledger.accepts(Do.correct("D1", "10", "2026-03-02"));
    }

    @Test
    void refusesAReturnedPayment() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.bounce("D1", "1", "2026-03-02"));

        ledger.refuses(Do.correct("D1", "130", "2026-03-05"))
                .because("has-later-entries")
                .with("reference", "D1");
    }

    @Test
    void refusesAPaymentWithAnInvoiceWhosePayeeWasCorrected() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", null).record(),
                Do.correctPayee("D1", "T:2", "2026-03-02"));

        ledger.refuses(Do.correct("D1", "30", "2026-03-05")).because("has-later-entries");
    }

    @Test
    void refusesToGiveAnEndedYearMoneyToSpend() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01")).today("2027-01-02");

        ledger.refuses(Do.correct("D1", "130", "2026-03-01"))
                .because("ended-year-gains")
                .with("lastDay", "2026-12-31");
    }
}
