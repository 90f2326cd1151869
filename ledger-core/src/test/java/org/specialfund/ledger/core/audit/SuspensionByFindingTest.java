package org.specialfund.ledger.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.allocation.event.AllocationResumed;
import org.specialfund.ledger.core.allocation.event.AllocationSuspended;
import org.specialfund.ledger.core.audit.event.FindingConfirmed;
import org.specialfund.ledger.core.audit.event.FindingWithdrawn;
import org.specialfund.ledger.core.audit.event.RectificationVerified;

/** A confirmed severe finding stops the payments of its allocations until its own audit lets them go on. */
class SuspensionByFindingTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aSevereFinding() {
        InFieldwork.begin(ledger);
        ledger.given(AuditDo.raise("F-1", "severe", "A1", "A2"));
    }

    private void corrected() {
        ledger.given(AuditDo.order("F-1", "2026-07-01"), AuditDo.submit("F-1"));
    }

    @Test
    void beginsWithTheConfirmationInOneUnit() {
        ledger.accepts(Do.record("D1", "A1", "1", "2026-06-15"));

        assertThat(ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(
                        AllocationSuspended.class, AllocationSuspended.class, FindingConfirmed.class);

        ledger.refuses(Do.record("D2", "A1", "1", "2026-06-14"))
                .because("allocation-suspended")
                .with("cause", "finding:F-1")
                .with("since", "2026-06-14");
        ledger.refuses(Do.request("D2", "A2", "1", "2026-06-15")).because("allocation-suspended");
        ledger.accepts(Do.record("D3", "A1", "1", "2026-06-13"));
    }

    @Test
    void endsWithTheVerificationInOneUnitAndOtherCausesStay() {
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
        ledger.given(Do.suspend("A2", "flood", "2026-06-01"));
        corrected();

        assertThat(ledger.accepts(AuditDo.verify("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(
                        AllocationResumed.class, AllocationResumed.class, RectificationVerified.class);

        ledger.accepts(Do.record("D1", "A1", "1", "2026-06-15"));
        ledger.refuses(Do.record("D2", "A2", "1", "2026-06-15"))
                .because("allocation-suspended")
                .with("cause", "flood");
    }

    @Test
    void endsWithTheWithdrawal() {
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);

        assertThat(ledger.accepts(AuditDo.withdraw("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(AllocationResumed.class, AllocationResumed.class, FindingWithdrawn.class);

        ledger.accepts(Do.record("D1", "A1", "1", "2026-06-15"));
    }

    @Test
    void isLiftedByItsOwnAuditOnly() {
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
        corrected();

        ledger.refuses(AuditDo.verify("F-1"), AuditDo.STRANGER).because("not-in-team");
        ledger.refuses(AuditDo.verify("F-1"), TestLedger.INSPECTOR).because("not-in-team");
        ledger.refuses(Do.record("D1", "A1", "1", "2026-06-15")).because("allocation-suspended");
    }

    @Test
    void staysWhileAnotherFindingHolds() {
        ledger.given(AuditDo.raise("F-2", "severe", "A1"));
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
        ledger.accepts(AuditDo.confirm("F-2"), AuditDo.SECOND);

        ledger.accepts(AuditDo.withdraw("F-1"), AuditDo.SECOND);

        ledger.refuses(Do.record("D1", "A1", "1", "2026-06-15"))
                .because("allocation-suspended")
                .with("cause", "finding:F-2");
    }

    @Test
    void staysWithAReferralUntilTheFindingIsWithdrawn() {
        ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND);
        ledger.given(AuditDo.refer("F-1"));
        ledger.refuses(Do.record("D1", "A1", "1", "2026-06-15")).because("allocation-suspended");

        ledger.accepts(AuditDo.withdraw("F-1"), AuditDo.SECOND);

        ledger.accepts(Do.record("D1", "A1", "1", "2026-06-15"));
    }

    @Test
    void leavesOutAnAllocationThatIsClosed() {
        ledger.given(Do.decrease("A2", "100", "2026-06-01"), Do.close("A2", "2026-06-01"));

        assertThat(ledger.accepts(AuditDo.confirm("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(AllocationSuspended.class, FindingConfirmed.class);
        assertThat(ledger.accepts(AuditDo.withdraw("F-1"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(AllocationResumed.class, FindingWithdrawn.class);
    }

    @Test
    void followsASevereFindingOnly() {
        ledger.given(AuditDo.raise("F-2", "major", "A1"));

        assertThat(ledger.accepts(AuditDo.confirm("F-2"), AuditDo.SECOND))
                .hasExactlyElementsOfTypes(FindingConfirmed.class);
    }
}
