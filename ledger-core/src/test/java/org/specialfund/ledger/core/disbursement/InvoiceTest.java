package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Live payments on an invoice stay within its amount. */
class InvoiceTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void takesTheFirstPaymentsAmountWhereNoneIsStated() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", null).record());

        ledger.refuses(Do.payment("D2", "A1", "1", "2026-03-02")
                        .invoice("I-1", null)
                        .record())
                .because("invoice-exceeded")
                .with("invoiceNo", "I-1")
                .with("requested", "1.00")
                .with("registered", "40.00")
                .with("left", "0.00");
        assertThat(ledger.balance("available.A1"))
                .as("nothing of the allocation either")
                .isEqualTo("160");
    }

    @Test
    void takesInstalmentsUpToItsAmount() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", "100").record(),
                Do.payment("D2", "A1", "50", "2026-03-02").invoice("I-1", null).request());

        ledger.refuses(Do.payment("D3", "A1", "10.01", "2026-03-03")
                        .invoice("I-1", "100")
                        .request())
                .because("invoice-exceeded")
                .with("left", "10.00");
        ledger.accepts(
                Do.payment("D3", "A1", "10", "2026-03-03").invoice("I-1", "100").request());
    }

    @Test
    void isPaidAgainAfterABounceAndNotTwice() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", null).record(),
                Do.bounce("D1", "40", "2026-03-03"),
                Do.payment("D2", "A1", "40", "2026-03-05").invoice("I-1", null).record());

        ledger.refuses(Do.payment("D3", "A1", "40", "2026-03-06")
                        .invoice("I-1", null)
                        .record())
                .because("invoice-exceeded");
    }

    @Test
    void isFreeAgainAfterRejectionCancellationReversalAndAPartialSettlement() {
        ledger.given(Do.payment("D1", "A1", "40", "2026-03-01")
                        .invoice("I-1", null)
                        .request())
                .given(Do.reject("D1", "2026-03-01"))
                .given(Do.payment("D2", "A1", "40", "2026-03-01")
                        .invoice("I-1", null)
                        .request())
                .given(Do.cancel("D2", "2026-03-01"))
                .given(Do.payment("D3", "A1", "40", "2026-03-01")
                        .invoice("I-1", null)
                        .record())
                .given(Do.reverse("D3"))
                .given(Do.payment("D4", "A1", "40", "2026-03-01")
                        .invoice("I-1", null)
                        .request())
                .given(Do.review("D4"), Do.approve("D4"), Do.settle("D4", "30", "B", 1, "2026-03-02"));

        ledger.refuses(Do.payment("D5", "A1", "11", "2026-03-03")
                        .invoice("I-1", null)
                        .record())
                .because("invoice-exceeded")
                .with("left", "10.00");
        ledger.accepts(
                Do.payment("D5", "A1", "10", "2026-03-03").invoice("I-1", null).record());
    }

    @Test
    void refusesAnotherAmountThanIsRegistered() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", "100").record());

        ledger.refuses(Do.payment("D2", "A1", "10", "2026-03-01")
                        .invoice("I-1", "90")
                        .record())
                .because("invoice-amount-differs")
                .with("registered", "100.00")
                .with("requested", "90.00");
    }

    @Test
    void refusesAPaymentAboveWhatItStates() {
        ledger.refuses(Do.payment("D1", "A1", "40", "2026-03-01")
                        .invoice("I-1", "30")
                        .record())
                .because("invoice-exceeded")
                .with("left", "30.00");
    }

    @Test
    void belongsToItsPayee() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", null).record());

        ledger.accepts(Do.payment("D2", "A1", "40", "2026-03-01")
                .to("T:2")
                .invoice("I-1", null)
                .record());
    }

    @Test
    void refusesAnotherCurrency() {
        ledger.given(Do.fund("G").currency("UGX").command(), Do.openYear("G", 2026))
                .given(Do.appropriate("G", 2026, "100", "2026-01-01"), Do.issue("G", 2026, "B1", "100", "2026-02-01"))
                .given(Do.payment("D1", "A1", "40", "2026-03-01")
                        .invoice("I-1", "100")
                        .record());

        ledger.refuses(Do.payment("D2", "B1", "40", "2026-03-01")
                        .invoice("I-1", null)
                        .record())
                .because("invoice-currency-differs")
                .with("currency", "CNY");
    }

    @Test
    void aCorrectionStaysWithinIt() {
        ledger.given(
                Do.payment("D1", "A1", "40", "2026-03-01").invoice("I-1", "100").record(),
                Do.payment("D2", "A1", "50", "2026-03-01").invoice("I-1", null).record());

        ledger.refuses(Do.correct("D1", "50.01", "2026-03-01"))
                .because("invoice-exceeded")
                .with("requested", "50.01")
                .with("left", "50.00");
        ledger.accepts(Do.correct("D1", "50", "2026-03-01"));
    }

    @Test
    void refusesAStatedAmountThatIsNotPositiveBeforeAnythingElse() {
        ledger.refuses(Do.payment("D1", "A9", "40", "2026-03-01")
                        .invoice("I-1", "-1")
                        .record())
                .because("amount-not-positive")
                .with("requested", "-1");
        ledger.refuses(Do.payment("D1", "A9", "40", "2026-03-01")
                        .invoice("I-1", "0")
                        .request())
                .because("amount-not-positive");
    }
}
