package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fundyear.event.Released;

/** An allocation shrinks by what is available on its day and every later one. */
class DecreaseAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void refusesWhatExceedsAvailableOnALaterDay() {
        ledger.given(Do.record("D1", "A1", "150", "2026-05-10"));

        ledger.refuses(Do.decrease("A1", "60", "2026-05-01"))
                .because("exceeds-available")
                .with("requested", "60.00")
                .with("available", "50.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-10.00");
        ledger.accepts(Do.decrease("A1", "50", "2026-05-01"));
    }

    @Test
    void refusesADayBeforeTheMoneyCameAndRecordsNothingOfTheYear() {
        ledger.refuses(Do.decrease("A1", "1", "2026-01-31"))
                .because("exceeds-available")
                .with("firstDay", "2026-01-31")
                .with("balance", "-1.00");
        assertThat(ledger.count(Released.class)).isZero();
    }

    @Test
    void givesTheMoneyBackToTheYear() {
        ledger.given(Do.decrease("A1", "80", "2026-03-01"));

        assertThat(ledger.balance("available.A1")).isEqualTo("120");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("880");
    }

    @Test
    void refusesAnUnknownAllocation() {
        ledger.refuses(Do.decrease("A9", "1", "2026-03-01"))
                .because("unknown-allocation")
                .with("allocationNo", "A9");
    }

    @Test
    void refusesAClosedAllocation() {
        ledger.given(Do.decrease("A1", "200", "2026-03-01"), Do.close("A1", "2026-03-02"));

        ledger.refuses(Do.decrease("A1", "1", "2026-03-03"))
                .because("allocation-closed")
                .with("allocationNo", "A1");
    }
}
