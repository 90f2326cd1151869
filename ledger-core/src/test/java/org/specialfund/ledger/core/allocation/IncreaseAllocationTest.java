package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.fundyear.event.Committed;

/** An allocation grows out of its fund year, while that is open. */
class IncreaseAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void growsOutOfTheYear() {
        ledger.given(Do.increase("A1", "800", "2026-03-01"));

        assertThat(ledger.balance("available.A1")).isEqualTo("1000");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("0");
    }

    @Test
    void refusesWhatExceedsUnallocatedAndRecordsNothingOfTheAllocation() {
        ledger.refuses(Do.increase("A1", "801", "2026-03-01"))
                .because("exceeds-unallocated")
                .with("available", "800.00")
                .with("balance", "-1.00");
        assertThat(ledger.count(AllocationIncreased.class)).isZero();
    }

    @Test
    void refusesAClosedAllocationAndRecordsNothingOfTheYear() {
        ledger.given(Do.decrease("A1", "200", "2026-03-01"), Do.close("A1", "2026-03-02"));

        ledger.refuses(Do.increase("A1", "1", "2026-03-03"))
                .because("allocation-closed")
                .with("allocationNo", "A1");
        assertThat(ledger.count(Committed.class)).isEqualTo(1);
    }
}
