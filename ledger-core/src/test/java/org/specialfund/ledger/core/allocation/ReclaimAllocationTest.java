package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Unspent money of an allocation is taken back by document. */
class ReclaimAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void movesAvailableToReclaimed() {
        ledger.given(Do.reclaim("A1", "200", "2026-03-01"));

        assertThat(ledger.balance("reclaimed.F1.2026")).isEqualTo("200");
        assertThat(ledger.balance("available.A1")).isEqualTo("0");
    }

    @Test
    void refusesWhatIsHeld() {
        ledger.given(Do.request("D1", "A1", "150", "2026-02-10"));

        ledger.refuses(Do.reclaim("A1", "51", "2026-03-01"))
                .because("exceeds-available")
                .with("available", "50.00")
                .with("balance", "-1.00");
    }
}
