package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;

/** An allocation closes when nothing is left, and never gains afterwards. */
class CloseAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void refusesWhileMoneyIsLeft() {
        ledger.given(Do.request("D1", "A1", "150", "2026-03-01"));

        ledger.refuses(Do.close("A1", "2026-03-02"))
                .because("allocation-not-empty")
                .with("available", "50.00")
                .with("held", "150.00");
    }

    @Test
    void refusesNewPayments() {
        ledger.given(Do.record("D1", "A1", "200", "2026-03-01"), Do.close("A1", "2026-03-02"));

        ledger.refuses(Do.request("D2", "A1", "1", "2026-03-03"))
                .because("allocation-closed")
                .with("allocationNo", "A1");
        ledger.refuses(Do.close("A1", "2026-03-03")).because("allocation-closed");
    }

    @Test
    void moneyThatComesBackGoesToTheYear() {
        ledger.given(
                Do.record("D1", "A1", "200", "2026-03-01"),
                Do.close("A1", "2026-03-02"),
                Do.bounce("D1", "50", "2026-03-05"));

        assertThat(ledger.balance("available.A1")).isEqualTo("0");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("850");
    }

    @Test
    void refusesACorrectionThatWouldGiveItMoneyNobodyCouldMove() {
        ledger.given(Do.record("D1", "A1", "200", "2026-03-01"), Do.close("A1", "2026-03-02"));

        ledger.refuses(Do.correct("D1", "150", "2026-03-01")).because("allocation-closed");
    }

    @Test
    void refusesAReversalThatWouldGiveItMoneyNobodyCouldMove() {
        ledger.given(Do.decrease("A1", "200", "2026-03-01"), Do.close("A1", "2026-03-02"));

        ledger.refuses(Do.reverseEntry(ledger.ref(AllocationDecreased.class))).because("allocation-closed");
    }

    @Test
    void refusesADayAfterToday() {
        ledger.given(Do.record("D1", "A1", "200", "2026-03-01"));

        ledger.refuses(Do.close("A1", "2026-06-16")).because("date-in-future").with("effectiveDate", "2026-06-16");
    }
}
