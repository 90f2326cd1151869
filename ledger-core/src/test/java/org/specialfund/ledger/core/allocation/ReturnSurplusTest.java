package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fundyear.event.Released;

/** Surplus goes where the rules of the fund say. */
class ReturnSurplusTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void goesBackToTheYear() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.surplus("A1", "50", "2026-03-01"));

        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("850");
        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("0");
    }

    @Test
    void goesToTheTreasury() {
        ledger.standard(Do.fund("F1").surplusTo("treasury"))
                .given(Do.issue("A1", "200", "2026-02-01"), Do.surplus("A1", "50", "2026-03-01"));

        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("800");
        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("50");
    }

    @Test
    void refusesWhatExceedsAvailableOnALaterDay() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "150", "2026-05-10"));

        ledger.refuses(Do.surplus("A1", "51", "2026-05-01"))
                .because("exceeds-available")
                .with("firstDay", "2026-05-10")
                .with("balance", "-1.00");
        assertThat(ledger.count(Released.class)).isZero();
    }
}
