package org.specialfund.ledger.core.reversal;

import java.util.Objects;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementEntryReversed;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.disbursement.event.DisbursementReversed;
import org.specialfund.ledger.core.fundyear.event.CarryOverReceived;
import org.specialfund.ledger.core.fundyear.event.LateReturnReversed;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.fundyear.event.YearEntryReversed;
import org.specialfund.ledger.core.invoice.event.InvoiceEvent;
import org.specialfund.ledger.core.posting.EventType;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusalCode;

/** Why an entry is not reversed by itself, and what to do instead. */
final class Irreversible {

    private Irreversible() {}

    static Refusal refusal(String entry, LedgerEvent original) {
        EventType type = Objects.requireNonNull(original.getClass().getAnnotation(EventType.class));
        return Refusal.of(code(original)).with("entry", entry).with("type", type.value());
    }

    private static RefusalCode code(LedgerEvent original) {
        if (isCarryOver(original)) {
            return ReversalRefusals.CARRY_OVER_NOT_REVERSED;
        }
        if (isReversal(original)) {
            return ReversalRefusals.REVERSAL_NOT_REVERSED;
        }
        if (isPayment(original)) {
            return ReversalRefusals.PAYMENT_NOT_REVERSED_HERE;
        }
        return original instanceof MoneyEvent || original instanceof InvoiceEvent
                ? ReversalRefusals.PART_OF_ANOTHER_ENTRY
                : ReversalRefusals.NOT_REVERSIBLE;
    }

    private static boolean isCarryOver(LedgerEvent original) {
        return original instanceof AllocationCarriedOut
                || original instanceof AllocationCarriedIn
                || original instanceof org.specialfund.ledger.core.fundyear.event.AllocationCarriedOut
                || original instanceof org.specialfund.ledger.core.fundyear.event.AllocationCarriedIn
                || original instanceof YearCarriedOver
                || original instanceof CarryOverReceived;
    }

    private static boolean isReversal(LedgerEvent original) {
        return original instanceof AllocationEntryReversed
                || original instanceof VirementReceiptReversed
                || original instanceof ReturnReversed
                || original instanceof OpeningPaymentReversed
                || original instanceof YearEntryReversed
                || original instanceof LateReturnReversed
                || original instanceof DisbursementEntryReversed
                || original instanceof DisbursementReversed;
    }

    private static boolean isPayment(LedgerEvent original) {
        return original instanceof DisbursementEvent
                || original instanceof FundsHeld
                || original instanceof HoldReleased
                || original instanceof FundsSpent
                || original instanceof OpeningPaymentRecorded;
    }
}
