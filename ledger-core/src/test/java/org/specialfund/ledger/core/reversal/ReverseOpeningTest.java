package org.specialfund.ledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.decision.LedgerCommand;

/** The opening of an allocation is taken out again, whole, with the payments that it took over. */
class ReverseOpeningTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anOpening() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2026), Do.payee("T:1"), Do.payee("T:2"))
                .given(Do.opening("0", "2026-06-01", Do.opened("A1", "200", "D1", "400", "D2", "30")));
    }

    private LedgerCommand reverse() {
        return Do.reverseEntry(ledger.ref(AllocationOpened.class));
    }

    @Test
    void takesOutTheMoneyAndThePayments() {
        ledger.given(reverse());

        assertThat(ledger.balances()).isEmpty();
        assertThat(ledger.balanceOn("paid.A1.T%3A1", "2026-06-01")).isEqualTo("0");
        ledger.refuses(Do.bounce("D1", "1", "2026-06-02"))
                .because("not-in-this-state")
                .with("state", "reversed");
        ledger.given(Do.opening("0", "2026-06-01", Do.opened("A2", "20", "D3", "40")));
        assertThat(ledger.balance("paid.A2.T%3A1")).isEqualTo("40");
    }

    @Test
    void takesOutOneWithNothingAvailableToo() {
        ledger.given(Do.opening("0", "2026-06-01", Do.opened("A3", "0", "D3", "40")))
                .given(reverse());

        assertThat(ledger.balance("paid.A3.T%3A1")).isEqualTo("0");
        assertThat(ledger.balance("carried-in.F1.2026")).isEqualTo("-630");
    }

    @Test
    void refusesWhereTheMoneyIsUsed() {
        ledger.given(Do.request("D3", "A1", "1", "2026-06-10"));

        ledger.refuses(reverse())
                .because("exceeds-available")
                .with("firstDay", "2026-06-10")
                .with("balance", "-1.00");
        assertThat(ledger.count(AllocationEntryReversed.class)).isZero();
    }

    @Test
    void refusesWhereAPaymentHasLaterEntries() {
        ledger.given(Do.bounce("D2", "1", "2026-06-10"));

        ledger.refuses(reverse()).because("has-later-entries").with("reference", "D2");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("429");
    }

    /** Found by the random walk: what was taken over, not what it was corrected to, left the account of the payee. */
    @Test
    void refusesWhereAPaymentWasCorrected() {
        ledger.given(Do.correct("D1", "150", "2026-06-01"));

        ledger.refuses(reverse())
                .because("opening-corrected")
                .with("reference", "D1")
                .with("opened", "400.00")
                .with("amount", "150.00");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("180");
    }

    @Test
    void refusesWhereAPaymentWasMovedToAnotherDay() {
        ledger.given(Do.correct("D1", "400", "2026-06-02"));

        ledger.refuses(reverse())
                .because("opening-corrected")
                .with("openedOn", "2026-06-01")
                .with("effectiveDate", "2026-06-02");
    }

    @Test
    void takesItOutOnceThePaymentIsCorrectedBack() {
        ledger.given(Do.correct("D1", "150", "2026-06-01")).given(Do.correct("D1", "400", "2026-06-01"));

        ledger.given(reverse());

        assertThat(ledger.balances()).isEmpty();
    }

    @Test
    void refusesWhereAPaymentWasReversedByItself() {
        ledger.given(Do.reverse("D2"));

        ledger.refuses(reverse()).because("not-in-this-state").with("reference", "D2");
    }
}
