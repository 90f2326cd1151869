package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceived;

/** A virement moves money between allocations of one fund year. */
class MoveFundsTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void twoAllocations() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"));
    }

    @Test
    void movesAvailable() {
        ledger.given(Do.move("A1", "A2", "50", "2026-03-01"));

        assertThat(ledger.balance("available.A1")).isEqualTo("150");
        assertThat(ledger.balance("available.A2")).isEqualTo("150");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("700");
    }

    @Test
    void refusesWhatExceedsAvailableOnALaterDayAndRecordsNothingOfTheOther() {
        ledger.given(Do.record("D1", "A1", "150", "2026-05-10"));

        ledger.refuses(Do.move("A1", "A2", "60", "2026-05-01"))
                .because("exceeds-available")
                .with("firstDay", "2026-05-10")
                .with("balance", "-10.00");
        assertThat(ledger.count(VirementReceived.class)).isZero();
    }

    @Test
    void refusesAClosedReceiverAndRecordsNothingOfTheGiver() {
        ledger.given(Do.decrease("A2", "100", "2026-03-01"), Do.close("A2", "2026-03-01"));

        ledger.refuses(Do.move("A1", "A2", "1", "2026-03-02"))
                .because("allocation-closed")
                .with("allocationNo", "A2");
        assertThat(ledger.count(VirementGiven.class)).isZero();
    }

    @Test
    void refusesOneAllocationAlone() {
        ledger.refuses(Do.move("A1", "A1", "1", "2026-03-01")).because("same-allocation");
        ledger.refuses(Do.move("A1", "a1", "1", "2026-03-01"))
                .because("unknown-allocation")
                .with("allocationNo", "a1");
    }

    @Test
    void refusesAnotherFundYear() {
        ledger.given(Do.openYear(2025), Do.appropriate("F1", 2025, "100", "2025-01-01"))
                .given(Do.issue("F1", 2025, "A0", "100", "2025-01-01"));

        ledger.refuses(Do.move("A1", "A0", "1", "2026-03-01"))
                .because("not-one-year")
                .with("allocationNo", "A1")
                .with("toAllocationNo", "A0");
    }
}
