package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A payment moves to the payee that was really paid. */
class CorrectPayeeTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void movesWhatIsPaidNet() {
        ledger.given(
                Do.record("D1", "A1", "150", "2026-03-01"),
                Do.bounce("D1", "50", "2026-03-02"),
                Do.correctPayee("D1", "T:2", "2026-03-03"));

        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A2")).isEqualTo("100");
        ledger.given(Do.bounce("D1", "100", "2026-03-03"));
        assertThat(ledger.balance("paid.A1.T%3A2")).isEqualTo("0");
    }

    @Test
    void refusesTheSamePayeeAnUnknownOneAndADayBeforeTheLastEntry() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.bounce("D1", "50", "2026-03-05"));

        ledger.refuses(Do.correctPayee("D1", "T:1", "2026-03-06"))
                .because("same-payee")
                .with("payee", "T:1");
        ledger.refuses(Do.correctPayee("D1", "T:9", "2026-03-06")).because("unknown-payee");
        ledger.refuses(Do.correctPayee("D1", "T:2", "2026-03-04"))
                .because("before-earlier-entry")
                .with("earlier", "2026-03-05");
    }

    @Test
    void refusesWhatCameBackWhole() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.bounce("D1", "150", "2026-03-05"));

        ledger.refuses(Do.correctPayee("D1", "T:2", "2026-03-06"))
                .because("exceeds-paid")
                .with("paid", "0.00");
    }

    @Test
    void refusesAReturnBeforeIt() {
        ledger.given(Do.record("D1", "A1", "150", "2026-03-01"), Do.correctPayee("D1", "T:2", "2026-03-10"));

        ledger.refuses(Do.bounce("D1", "1", "2026-03-09"))
                .because("before-earlier-entry")
                .with("earlier", "2026-03-10");
    }
}
