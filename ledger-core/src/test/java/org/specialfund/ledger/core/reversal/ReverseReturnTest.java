package org.specialfund.ledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;

/** A return that was none is reversed: the money leaves again from where it had gone, and may be returned again. */
class ReverseReturnTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private void returned(Do.FundOf fund) {
        ledger.standard(fund)
                .given(Do.issue("A1", "200", "2026-02-01"))
                .given(Do.record("D1", "A1", "150", "2026-03-01"), Do.bounce("D1", "60", "2026-03-05"));
    }

    private LedgerCommand reverse() {
        return Do.reverseEntry(ledger.ref(DisbursementReturned.class));
    }

    @Test
    void leavesTheAllocationAndMayBeReturnedAgain() {
        returned(Do.fund("F1"));

        ledger.given(reverse());

        assertThat(ledger.balance("available.A1")).isEqualTo("50");
        assertThat(ledger.balanceOn("paid.A1.T%3A1", "2026-03-05")).isEqualTo("150");
        ledger.given(Do.bounce("D1", "150", "2026-03-06"));
        assertThat(ledger.balance("available.A1")).isEqualTo("200");
    }

    @Test
    void leavesTheYear() {
        returned(Do.fund("F1").returnsTo("year"));

        ledger.given(reverse());

        assertThat(ledger.balances())
                .containsOnly(
                        Map.entry("appropriated.F1.2026", "-1000"),
                        Map.entry("unallocated.F1.2026", "800"),
                        Map.entry("available.A1", "50"),
                        Map.entry("paid.A1.T%3A1", "150"));
    }

    @Test
    void leavesTheTreasury() {
        returned(Do.fund("F1").returnsTo("treasury"));

        ledger.given(reverse());

        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
    }

    @Test
    void refusesWhereItIsSpentAgainAndRecordsNothing() {
        returned(Do.fund("F1"));
        ledger.given(Do.record("D2", "A1", "80", "2026-04-01"));

        ledger.refuses(reverse())
                .because("exceeds-available")
                .with("firstDay", "2026-04-01")
                .with("balance", "-30.00");
        assertThat(ledger.count(ReturnReversed.class)).isZero();
    }

    @Test
    void refusesWhereTheYearGaveItToOthers() {
        returned(Do.fund("F1").returnsTo("year"));
        ledger.given(Do.issue("A2", "850", "2026-04-01"));

        ledger.refuses(reverse()).because("exceeds-unallocated").with("balance", "-50.00");
    }

    @Test
    void refusesOnceOnly() {
        returned(Do.fund("F1"));
        LedgerCommand reverse = reverse();
        ledger.given(reverse);

        ledger.refuses(reverse).because("already-reversed");
    }

    @Test
    void usesTheInvoiceAgainAndRefusesWhereItIsUsedUp() {
        ledger.standard().given(Do.issue("A1", "500", "2026-02-01"));
        ledger.given(Do.payment("D1", "A1", "100", "2026-03-01")
                        .invoice("I1", null)
                        .record())
                .given(Do.bounce("D1", "60", "2026-03-05"));
        LedgerCommand reverse = reverse();
        ledger.given(
                Do.payment("D2", "A1", "10", "2026-03-06").invoice("I1", null).record());

        ledger.refuses(reverse).because("invoice-exceeded").with("left", "50.00");
        ledger.given(Do.reverse("D2"), reverse);
        ledger.refuses(Do.payment("D3", "A1", "1", "2026-03-06")
                        .invoice("I1", null)
                        .record())
                .because("invoice-exceeded")
                .with("left", "0.00");
    }

    @Test
    void refusesWhereTheTranchePaidAnother() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"), Do.tranches("A1", "100", "100"));
        ledger.accepts(Do.confirmTranche("A1", 1), TestLedger.APPROVER);
        ledger.given(Do.payment("D1", "A1", "100", "2026-03-01").tranche(1).record())
                .given(Do.bounce("D1", "60", "2026-03-05"));
        LedgerCommand reverse = reverse();
        ledger.given(Do.payment("D2", "A1", "10", "2026-03-06").tranche(1).record());

        ledger.refuses(reverse).because("exceeds-tranche").with("left", "50.00");
        ledger.given(Do.reverse("D2"), reverse);
        ledger.refuses(Do.payment("D3", "A1", "1", "2026-03-06").tranche(1).record())
                .because("exceeds-tranche")
                .with("left", "0.00");
    }

    @Test
    void refusesAfterThePayeeWasCorrectedUntilItIsCorrectedBack() {
        returned(Do.fund("F1"));
        ledger.given(Do.correctPayee("D1", "T:2", "2026-03-10"));

        ledger.refuses(reverse())
                .because("payee-corrected-since")
                .with("payee", "T:1")
                .with("current", "T:2");
        ledger.given(Do.correctPayee("D1", "T:1", "2026-03-11"), reverse());
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
        assertThat(ledger.balance("paid.A1.T%3A2")).isEqualTo("0");
    }

    @Test
    void refusesAClosedAllocation() {
        returned(Do.fund("F1"));
        ledger.given(Do.decrease("A1", "110", "2026-04-01"), Do.close("A1", "2026-04-02"));

        ledger.refuses(reverse()).because("allocation-closed");
    }

    @Test
    void bearsTodayOnceTheYearHasEnded() {
        returned(Do.fund("F1"));
        ledger.given(Do.openYear(2027)).today("2027-02-10").given(reverse());

        assertThat(ledger.balanceOn("available.A1", "2026-12-31")).isEqualTo("110");
        assertThat(ledger.balance("available.A1")).isEqualTo("50");
        // Until today 90 was paid: no more of it can have come back before.
        ledger.refuses(Do.bounce("D1", "91", "2027-02-01"))
                .because("exceeds-paid")
                .with("paid", "90.00");
        ledger.accepts(Do.bounce("D1", "150", "2027-02-10"));
    }

    @Test
    void refusesWhatAClosedYearHasCarriedAway() {
        returned(Do.fund("F1"));
        ledger.today("2027-02-10")
                .given(Do.startClosing(2026), Do.reclaim("A1", "110", "2026-12-31"))
                .given(Do.reclaimYear("800", "2026-12-31"), Do.closeYear(2026));

        ledger.refuses(reverse()).because("year-closed").with("year", "2026");
    }

    private void late(Do.FundOf fund) {
        ledger.standard(fund)
                .given(Do.openYear(2027), Do.issue("A1", "200", "2026-02-01"))
                .given(Do.record("D1", "A1", "150", "2026-03-01"))
                .today("2027-02-10")
                .given(Do.startClosing(2026), Do.reclaim("A1", "50", "2026-12-31"))
                .given(Do.reclaimYear("800", "2026-12-31"))
                .given(Do.closeYear(2026), Do.bounce("D1", "60", "2027-02-01"));
    }

    @Test
    void ofAClosedYearLeavesTheTreasury() {
        late(Do.fund("F1"));

        ledger.given(reverse());

        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
    }

    @Test
    void ofAClosedYearLeavesTheYearThatTookIt() {
        late(Do.fund("F1").lateReturnsTo("open-year"));

        ledger.given(reverse());

        assertThat(ledger.balance("carried-out.F1.2026")).isEqualTo("0");
        assertThat(ledger.balance("carried-in.F1.2027")).isEqualTo("0");
        assertThat(ledger.balance("unallocated.F1.2027")).isEqualTo("0");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("150");
    }

    @Test
    void ofAClosedYearIsRefusedWhereTheYearThatTookItAllocatedIt() {
        late(Do.fund("F1").lateReturnsTo("open-year"));
        ledger.given(Do.issueOf(2026, 2027, "B1", "30", "2027-02-05"));

        ledger.refuses(reverse()).because("exceeds-unallocated").with("balance", "-30.00");
    }
}
