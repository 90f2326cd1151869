package org.specialfund.ledger.core.disbursement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.event.DisbursementEvent;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.YearFacts;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.ReversalOf;

/**
 * How entries on a payment are reversed: returns, recoveries, reports of spending, and payments taken over with the
 * opening of their allocation. The payment itself is reversed by its own command.
 */
public final class EntryReversals {

    private EntryReversals() {}

    /** Whether the entry is one on a payment that is reversed here. */
    public static boolean reverses(LedgerEvent entry) {
        return entry instanceof DisbursementReturned
                || entry instanceof RecoveryReceived
                || entry instanceof RecoveryDemanded
                || entry instanceof RecoveryWaived
                || entry instanceof SpendingReported;
    }

    /** Names what the reversal of an entry on a payment, or of an opening, needs. */
    public static void name(LedgerEvent entry, Lookup lookup, Needs needs) {
        if (entry instanceof DisbursementEvent event && entry instanceof MoneyEvent money && reverses(entry)) {
            DisbursementOrigin origin = DisbursementTerms.nameWithInvoice(event.reference(), lookup, needs);
            if (origin != null) {
                ComingBack.name(origin, money.effectiveDate(), needs);
            }
        } else if (entry instanceof AllocationOpened opened) {
            payments(opened, lookup).forEach(payment -> needs.decides(Disbursement.key(payment.reference())));
        }
    }

    /** The steps that reverse an entry which is {@link #reverses reversed here}. */
    public static List<Step> steps(LedgerEvent entry, ReversalOf why, Work work) {
        DisbursementEvent event = (DisbursementEvent) entry;
        LocalDate original = ((MoneyEvent) entry).effectiveDate();
        LocalDate day = DisbursementTerms.of(work, event.reference(), original)
                .allocation()
                .year()
                .reversalDay(original);
        DisbursementTerms terms = DisbursementTerms.of(work, event.reference(), day);
        if (entry instanceof DisbursementReturned e) {
            Step last = on(event, work, d -> d.reverseReturn(why, e, day));
            return cameBack(terms, e, "returned", e.destination(), why, day, last, work);
        }
        if (entry instanceof RecoveryReceived e) {
            Step last = on(event, work, d -> d.reverseReceipt(why, e, day));
            return cameBack(terms, e, "recovered", e.destination(), why, day, last, work);
        }
        return List.of(on(event, work, d -> memo(d, entry, why, day)));
    }

    private static List<DisbursementEvent> memo(Disbursement d, LedgerEvent entry, ReversalOf why, LocalDate day) {
        if (entry instanceof RecoveryDemanded e) {
            return d.reverseDemand(why, e, day);
        }
        return entry instanceof RecoveryWaived e
                ? d.reverseWaiver(why, e, day)
                : d.reverseReport(why, (SpendingReported) entry, day);
    }

    /** Money that had come back leaves again from where it went. */
    private static List<Step> cameBack(
            DisbursementTerms terms,
            MoneyEvent entry,
            String cause,
            String destination,
            ReversalOf why,
            LocalDate day,
            Step last,
            Work work) {
        AllocationOrigin origin = terms.allocation().origin();
        String reference = terms.origin().reference();
        YearFacts openYear = destination.equals("open-year")
                ? Objects.requireNonNull(ComingBack.yearOf(origin.fundCode(), entry.effectiveDate(), work))
                : null;
        checkTakes(terms.allocation().year(), destination, openYear, work);
        Payment payment = work.ask(Disbursement.key(reference), d -> d.payment(entry.amount(), day));
        String no = origin.allocationNo();
        Integer into = openYear == null ? null : openYear.year();
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(Allocation.key(no), a -> a.reverseReturn(why, payment, cause, destination, into)));
        if (destination.equals("year")) {
            steps.add(work.on(
                    FundYear.key(origin.fundCode(), origin.year()),
                    year -> year.commit(no, origin.planLine(), origin.originYear(), payment.amount(), day)));
        }
        if (into != null) {
            steps.add(work.on(
                    FundYear.key(origin.fundCode(), into),
                    year -> year.reverseLateReturn(origin.year(), no, reference, payment.amount(), day)));
        }
        ComingBack.invoice(reference, work)
                .ifPresent(invoice -> steps.add(work.on(invoice, i -> i.useAgain(reference, payment.amount()))));
        steps.add(last);
        return steps;
    }

    /** What went to the treasury may leave it whatever the state of the year, as it may come in. */
    private static void checkTakes(YearTerms year, String destination, @Nullable YearFacts openYear, Work work) {
        if (openYear != null) {
            work.check(openYear::checkNotClosed);
        } else if (!destination.equals("treasury")) {
            work.check(year.fund()::checkNotClosed);
            work.check(year.year()::checkNotClosed);
        }
    }

    /** Takes an opened allocation out of the ledger, with the payments taken over. */
    public static List<Step> opening(AllocationOpened opened, ReversalOf why, LocalDate day, Work work) {
        List<OpeningPaymentRecorded> payments = payments(opened, work.lookup());
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(opened.allocationNo()), a -> a.reverseOpening(why, opened.amount(), payments, day)));
        payments.forEach(payment ->
                steps.add(work.on(Disbursement.key(payment.reference()), d -> d.reverseOpening(why, payment, day))));
        return steps;
    }

    private static List<OpeningPaymentRecorded> payments(AllocationOpened opened, Lookup lookup) {
        return lookup.all(Allocation.key(opened.allocationNo())).stream()
                .filter(OpeningPaymentRecorded.class::isInstance)
                .map(OpeningPaymentRecorded.class::cast)
                .toList();
    }

    private static Step on(
            DisbursementEvent event, Work work, Function<Disbursement, List<? extends LedgerEvent>> decide) {
        return work.on(Disbursement.key(event.reference()), decide);
    }
}
