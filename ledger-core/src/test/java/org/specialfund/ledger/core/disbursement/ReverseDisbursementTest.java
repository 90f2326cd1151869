package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.FundsRestored;

/** A payment is reversed once, whole, on its own day while its year has not ended. */
class ReverseDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void undoesThePaymentOnItsOwnDay() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.reverse("D1"));

        assertThat(ledger.balanceOn("available.A1", "2026-03-01")).isEqualTo("200");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("0");
    }

    @Test
    void refusesTwiceAndWhatIsNotPaid() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.reverse("D1"));

        ledger.refuses(Do.reverse("D1")).because("not-in-this-state").with("state", "reversed");
        ledger.refuses(Do.bounce("D1", "1", "2026-03-02")).because("not-in-this-state");
        ledger.refuses(Do.reverse("D9")).because("unknown-disbursement");
    }

    @Test
    void refusesWhatHasLaterEntriesAndRecordsNothingOfTheAllocation() {
        ledger.given(Do.record("D1", "A1", "100", "2026-03-01"), Do.bounce("D1", "1", "2026-03-02"))
                .given(Do.record("D2", "A1", "10", "2026-03-01"), Do.demand("D2", "1", "2026-03-02"))
                .given(Do.record("D3", "A1", "10", "2026-03-01"), Do.report("D3", "1", "2026-03-02"))
                .given(Do.record("D4", "A1", "10", "2026-03-01"), Do.correctPayee("D4", "T:2", "2026-03-02"));

        for (String reference : List.of("D1", "D2", "D3", "D4")) {
            ledger.refuses(Do.reverse(reference)).because("has-later-entries").with("reference", reference);
        }
        assertThat(ledger.count(FundsRestored.class)).as("the bounce only").isEqualTo(1);
    }

    @Test
    void followsTheRuleForReturns() {
        ledger.given(Do.fund("G").returnsTo("treasury").command(), Do.openYear("G", 2026))
                .given(Do.appropriate("G", 2026, "100", "2026-01-01"), Do.issue("G", 2026, "B1", "100", "2026-02-01"))
                .given(Do.record("D1", "B1", "40", "2026-03-01"), Do.reverse("D1"));

        assertThat(ledger.balance("repaid.G.2026")).isEqualTo("40");
    }
}
