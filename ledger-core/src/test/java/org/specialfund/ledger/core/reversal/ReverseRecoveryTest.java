package org.specialfund.ledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** Demands, receipts, waivers and reports of spending are reversed; never is more demanded than is paid net. */
class ReverseRecoveryTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aPayment() {
        ledger.standard()
                .given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "100", "2026-03-01"))
                .given(Do.demand("D1", "60", "2026-04-01"));
    }

    private LedgerCommand reverse(Class<? extends LedgerEvent> kind) {
        return Do.reverseEntry(ledger.ref(kind));
    }

    @Test
    void aDemandIsTakenBack() {
        ledger.given(reverse(RecoveryDemanded.class));

        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("0");
        ledger.refuses(Do.receive("D1:1", "1", "2026-04-02"))
                .because("exceeds-demanded")
                .with("left", "0.00");
        ledger.given(Do.demand("D1", "100", "2026-04-02"), Do.waive("D1:2", "100", "2026-04-03"));
    }

    @Test
    void aReceiptIsTakenBackAndTheMoneyDemandedAgain() {
        ledger.given(Do.receive("D1:1", "40", "2026-04-10")).given(reverse(RecoveryReceived.class));

        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("100");
        assertThat(ledger.balance("available.A1")).isEqualTo("100");
        ledger.given(Do.receive("D1:1", "60", "2026-04-05"));
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("0");
    }

    @Test
    void aReceiptThatWasSpentIsNotTakenBack() {
        ledger.given(Do.receive("D1:1", "40", "2026-04-10"), Do.record("D2", "A1", "110", "2026-05-01"));

        ledger.refuses(reverse(RecoveryReceived.class))
                .because("exceeds-available")
                .with("balance", "-10.00");
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("20");
    }

    @Test
    void aDemandOfWhichSomeCameIsNotTakenBackUnlessThatIsToo() {
        ledger.given(Do.receive("D1:1", "40", "2026-04-10"));

        ledger.refuses(reverse(RecoveryDemanded.class))
                .because("exceeds-demanded")
                .with("requested", "60.00")
                .with("left", "20.00");
        ledger.given(reverse(RecoveryReceived.class), reverse(RecoveryDemanded.class));
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("0");
    }

    @Test
    void aWaiverIsTakenBackWhileThatMuchIsStillPaid() {
        ledger.given(Do.waive("D1:1", "60", "2026-04-10"), Do.bounce("D1", "50", "2026-04-11"));
        LedgerCommand reverse = reverse(RecoveryWaived.class);

        ledger.refuses(reverse)
                .because("exceeds-paid")
                .with("requested", "60.00")
                .with("paid", "50.00");
        ledger.given(Do.reverseEntry(ledger.ref(DisbursementReturned.class))).given(reverse);
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("60");
    }

    @Test
    void aReportIsTakenBack() {
        ledger.given(Do.report("D1", "100", "2026-04-02")).given(reverse(SpendingReported.class));

        assertThat(ledger.balance("reported.F1.2026")).isEqualTo("0");
        ledger.given(Do.report("D1", "100", "2026-04-02"));
        assertThat(ledger.balance("reported.F1.2026")).isEqualTo("100");
    }

    @Test
    void afterTheYearReversalsBearTodayAndNothingIsReceivedBetween() {
        ledger.given(Do.receive("D1:1", "60", "2026-04-10")).today("2027-02-10").given(reverse(RecoveryReceived.class));

        assertThat(ledger.balanceOn("claimed.F1.2026", "2027-02-09")).isEqualTo("0");
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("60");
        ledger.refuses(Do.waive("D1:1", "1", "2027-02-01"))
                .because("exceeds-demanded")
                .with("left", "0.00");
        ledger.given(Do.waive("D1:1", "1", "2027-02-10")).given(reverse(RecoveryWaived.class));
    }

    @Test
    void aReturnLeavesWhatIsDemandedBack() {
        ledger.refuses(Do.bounce("D1", "40.01", "2026-04-10"))
                .because("demanded-back")
                .with("requested", "40.01")
                .with("left", "59.99")
                .with("demanded", "60.00");
        ledger.given(Do.bounce("D1", "40", "2026-04-10"), Do.receive("D1:1", "10", "2026-04-11"));
        ledger.given(Do.waive("D1:1", "50", "2026-04-12"), Do.bounce("D1", "50", "2026-04-13"));
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("0");
    }
}
