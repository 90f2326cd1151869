package org.specialfund.ledger.core.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedOut;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.FundsHeld;
import org.specialfund.ledger.core.allocation.event.FundsNotRestored;
import org.specialfund.ledger.core.allocation.event.FundsRestored;
import org.specialfund.ledger.core.allocation.event.FundsSpent;
import org.specialfund.ledger.core.allocation.event.HoldReleased;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentReversed;
import org.specialfund.ledger.core.allocation.event.ReturnReversed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.allocation.event.VirementReceiptReversed;
import org.specialfund.ledger.core.allocation.event.VirementReceived;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.ReversalOf;

/** Whose entry it is: writes the money events of one allocation. */
record AllocationEntries(String fundCode, int year, String allocationNo, String currency) {

    AllocationIncreased increased(Entry e) {
        return new AllocationIncreased(
                fundCode, year, allocationNo, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    AllocationDecreased decreased(Entry e) {
        return new AllocationDecreased(
                fundCode, year, allocationNo, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    AllocationReclaimed reclaimed(Entry e) {
        return new AllocationReclaimed(
                fundCode, year, allocationNo, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    SurplusReturned surplusReturned(String destination, Entry e) {
        return new SurplusReturned(
                fundCode,
                year,
                allocationNo,
                destination,
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    VirementGiven given(String to, Entry e) {
        return new VirementGiven(
                fundCode, year, allocationNo, to, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    VirementReceived received(String from, Entry e) {
        return new VirementReceived(
                fundCode, year, allocationNo, from, e.amount(), currency, e.day(), e.documentRef(), e.documentSha256());
    }

    AllocationCarriedOut carriedOut(CarryOverAllocation c, Entry e) {
        return new AllocationCarriedOut(
                fundCode,
                year,
                allocationNo,
                year + 1,
                c.toAllocationNo(),
                c.authorisingDocument(),
                e.amount(),
                currency,
                e.day(),
                e.documentRef(),
                e.documentSha256());
    }

    FundsHeld held(Payment p) {
        return new FundsHeld(
                fundCode, year, allocationNo, p.reference(), p.payee(), p.tranche(), p.amount(), currency, p.day());
    }

    HoldReleased holdReleased(Payment p) {
        return new HoldReleased(
                fundCode, year, allocationNo, p.reference(), p.payee(), p.tranche(), p.amount(), currency, p.day());
    }

    FundsSpent spent(Payment p, BigDecimal reserved, @Nullable String documentRef, @Nullable String documentSha256) {
        return new FundsSpent(
                fundCode,
                year,
                allocationNo,
                p.reference(),
                p.payee(),
                p.tranche(),
                reserved,
                p.amount(),
                currency,
                p.day(),
                documentRef,
                documentSha256);
    }

    FundsRestored restored(Payment p, String cause) {
        return new FundsRestored(
                fundCode,
                year,
                allocationNo,
                p.reference(),
                p.payee(),
                p.tranche(),
                cause,
                p.amount(),
                currency,
                p.day());
    }

    FundsNotRestored notRestored(Payment p, String cause, String destination, @Nullable Integer openYear) {
        return new FundsNotRestored(
                fundCode,
                year,
                allocationNo,
                p.reference(),
                p.payee(),
                cause,
                destination,
                openYear,
                p.amount(),
                currency,
                p.day());
    }

    AllocationEntryReversed reversed(
            ReversalOf why, String movement, @Nullable String toAllocationNo, BigDecimal amount, LocalDate day) {
        return new AllocationEntryReversed(
                fundCode,
                year,
                allocationNo,
                why.entry(),
                movement,
                toAllocationNo,
                amount,
                currency,
                day,
                why.reason(),
                why.documentRef(),
                why.documentSha256());
    }

    VirementReceiptReversed receiptReversed(ReversalOf why, String from, BigDecimal amount, LocalDate day) {
        return new VirementReceiptReversed(
                fundCode,
                year,
                allocationNo,
                from,
                why.entry(),
                amount,
                currency,
                day,
                why.reason(),
                why.documentRef(),
                why.documentSha256());
    }

    ReturnReversed returnReversed(
            ReversalOf why, Payment p, String cause, String destination, @Nullable Integer openYear) {
        return new ReturnReversed(
                fundCode,
                year,
                allocationNo,
                p.reference(),
                p.payee(),
                destination.equals("allocation") ? p.tranche() : null,
                why.entry(),
                cause,
                destination,
                openYear,
                p.amount(),
                currency,
                p.day(),
                why.reason(),
                why.documentRef(),
                why.documentSha256());
    }

    OpeningPaymentReversed openingPaymentReversed(ReversalOf why, OpeningPaymentRecorded payment, LocalDate day) {
        return new OpeningPaymentReversed(
                fundCode,
                year,
                allocationNo,
                payment.reference(),
                payment.payee(),
                why.entry(),
                payment.amount(),
                currency,
                day,
                why.reason(),
                why.documentRef(),
                why.documentSha256());
    }
}
