package org.specialfund.ledger.core.fund;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Lifting a suspension removes one cause; a finding is lifted by its auditor only. */
class ResumeFundTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void refusesACauseThatDoesNotStand() {
        ledger.given(Do.fund("F1").command());

        ledger.refuses(Do.resumeFund("flood", "2026-06-01"))
                .because("unknown-cause")
                .with("cause", "flood");
    }

    @Test
    void refusesToLiftAFinding() {
        ledger.given(Do.fund("F1").command(), Do.suspendFund("finding-3", "2026-06-01"));

        ledger.refuses(Do.resumeFund("finding-3", "2026-06-02"))
                .because("finding-not-lifted-here")
                .with("cause", "finding-3");
    }

    @Test
    void refusesAnUnknownFund() {
        ledger.refuses(Do.resumeFund("flood", "2026-06-01"))
                .because("unknown-fund")
                .with("fundCode", "F1");
    }
}
