package org.specialfund.ledger.core.reversal;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.disbursement.event.DisbursementCorrected;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.disbursement.event.PayeeCorrected;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.fundyear.event.LateReturnReceived;
import org.specialfund.ledger.core.fundyear.event.LateReturnReversed;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.fundyear.event.YearEntryReversed;
import org.specialfund.ledger.core.invoice.event.InvoiceUsed;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** What is not reversed by itself is refused with what to do instead. */
class IrreversibleTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard(Do.fund("F1").lateReturnsTo("open-year"));
    }

    private void refused(String code, List<Class<? extends LedgerEvent>> kinds) {
        for (Class<? extends LedgerEvent> kind : kinds) {
            ledger.refuses(Do.reverseEntry(ledger.ref(kind)))
                    .because(code)
                    .with("entry", ledger.ref(kind))
                    .with("type", kind.getAnnotation(EventType.class).value());
        }
    }

    @Test
    void aCarryOverWouldGiveTheEndedYearMoneyToSpend() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.openYear(2027))
                .today("2027-01-10")
                .given(Do.startClosing(2026))
                .given(Do.carry("A1", "B1", "200", null), Do.carryYear(2026, 2026, "800", null));

        refused(
                "carry-over-not-reversed",
                List.of(
                        AllocationCarriedOut.class,
                        AllocationCarriedIn.class,
                        org.specialfund.ledger.core.fundyear.event.AllocationCarriedOut.class,
                        org.specialfund.ledger.core.fundyear.event.AllocationCarriedIn.class,
                        YearCarriedOver.class,
                        CarryOverReceived.class));
        // What to do instead.
        ledger.accepts(Do.reclaim("B1", "200", "2027-01-05"));
    }

    @Test
    void aReversalIsNotReversed() {
        ledger.given(Do.fund("G").command(), Do.openYear("G", 2026))
                .given(new org.specialfund.ledger.core.fundyear.command.RecordOpening(
                        "G",
                        2026,
                        Do.amount("0"),
                        List.of(Do.opened("G1", "5", "GD", "7")),
                        Do.day("2026-06-01"),
                        "doc",
                        null))
                .given(Do.reverseEntry(ledger.ref(AllocationOpened.class)));
        refused(
                "reversal-not-reversed",
                List.of(AllocationEntryReversed.class, OpeningPaymentReversed.class, DisbursementReversed.class));
        ledger.given(Do.reduceBudget("20", "2026-02-01"))
                .given(Do.reverseEntry(ledger.ref(BudgetReduced.class)))
                .given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "200", "2026-02-01"))
                .given(Do.move("A1", "A2", "1", "2026-02-02"))
                .given(Do.reverseEntry(ledger.ref(VirementGiven.class)))
                .given(Do.record("D1", "A1", "100", "2026-03-01"), Do.openYear(2027))
                .today("2027-01-10")
                .given(Do.bounce("D1", "60", "2027-01-05"))
                .given(Do.reverseEntry(ledger.ref(DisbursementReturned.class)));

        refused(
                "reversal-not-reversed",
                List.of(
                        YearEntryReversed.class,
                        VirementReceiptReversed.class,
                        ReturnReversed.class,
                        LateReturnReversed.class,
                        DisbursementEntryReversed.class));
    }

    @Test
    void aPaymentHasCommandsOfItsOwn() {
        ledger.given(Do.fund("G").command(), Do.openYear("G", 2026))
                .given(new org.specialfund.ledger.core.fundyear.command.RecordOpening(
                        "G",
                        2026,
                        Do.amount("0"),
                        List.of(Do.opened("G1", "5", "GD", "7")),
                        Do.day("2026-06-01"),
                        "doc",
                        null))
                .given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "10", "2026-03-01"))
                .given(Do.correct("D1", "20", "2026-03-01"), Do.correctPayee("D1", "T:2", "2026-03-02"))
                .given(Do.request("D2", "A1", "10", "2026-03-01"), Do.cancel("D2", "2026-03-02"));

        refused(
                "payment-not-reversed-here",
                List.of(
                        FundsSpent.class,
                        FundsHeld.class,
                        HoldReleased.class,
                        OpeningPaymentRecorded.class,
                        DisbursementOpened.class,
                        DisbursementRequested.class,
                        DisbursementRecorded.class,
                        DisbursementCorrected.class,
                        PayeeCorrected.class));
    }

    @Test
    void aPartIsReversedWithTheWhole() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"), Do.openYear(2027))
                .given(Do.move("A1", "A2", "1", "2026-02-02"), Do.decrease("A1", "9", "2026-02-02"))
                .given(Do.payment("D1", "A1", "100", "2026-03-01")
                        .invoice("I1", null)
                        .record())
                .given(Do.bounce("D1", "10", "2026-03-05"))
                .today("2027-01-10")
                .given(Do.bounce("D1", "10", "2027-01-05"));

        refused(
                "part-of-another-entry",
                List.of(
                        Committed.class,
                        Released.class,
                        VirementReceived.class,
                        FundsRestored.class,
                        FundsNotRestored.class,
                        LateReturnReceived.class,
                        InvoiceUsed.class));
        ledger.accepts(Do.reverseEntry(ledger.ref(DisbursementReturned.class)));
    }

    @Test
    void whatMovesNoMoneyHasNothingToReverse() {
        refused("not-reversible", List.of(FundEstablished.class, FundYearOpened.class));
    }
}
