package org.specialfund.ledger.core.allocation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** An allocation is suspended by causes of its own. */
class SuspendAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"));
    }

    @Test
    void blocksItsPaymentsFromItsDayOnAndNobodyElses() {
        ledger.given(Do.suspend("A1", "flood", "2026-05-01"));

        ledger.refuses(Do.request("D1", "A1", "1", "2026-05-01"))
                .because("allocation-suspended")
                .with("since", "2026-05-01")
                .with("cause", "flood");
        ledger.refuses(Do.record("D1", "A1", "1", "2026-05-01")).because("allocation-suspended");
        ledger.accepts(Do.record("D1", "A1", "1", "2026-04-30"));
        ledger.accepts(Do.record("D2", "A2", "1", "2026-05-01"));
        ledger.accepts(Do.payment("D3", "A1", "1", "2026-05-01")
                .despite("paid already")
                .record());
    }

    @Test
    void blocksApprovalAndSettlement() {
        ledger.given(Do.request("D1", "A1", "10", "2026-04-01"), Do.review("D1"))
                .given(Do.request("D2", "A1", "10", "2026-04-01"), Do.review("D2"), Do.approve("D2"))
                .given(Do.suspend("A1", "flood", "2026-05-01"));

        ledger.refuses(Do.approve("D1")).because("allocation-suspended");
        ledger.refuses(Do.settle("D2", "2026-05-01")).because("allocation-suspended");
        ledger.accepts(Do.settle("D2", "2026-04-30"));
    }

    @Test
    void staysWhileAnyCauseHolds() {
        ledger.given(Do.suspend("A1", "flood", "2026-05-01"), Do.suspend("A1", "finding-1", "2026-05-01"))
                .given(Do.resume("A1", "flood", "2026-05-05"));

        ledger.refuses(Do.record("D1", "A1", "1", "2026-05-06"))
                .because("allocation-suspended")
                .with("cause", "finding-1");
        ledger.refuses(Do.resume("A1", "finding-1", "2026-05-06")).because("finding-not-lifted-here");
        ledger.refuses(Do.resume("A1", "flood", "2026-05-06"))
                .because("unknown-cause")
                .with("cause", "flood");
        ledger.refuses(Do.suspend("A1", "finding-1", "2026-05-06")).because("cause-exists");
    }
}
