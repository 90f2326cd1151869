package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectPayee;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReverseDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.shared.Entry;

/** How paid money comes back, is corrected, demanded, waived, and reported as spent. */
final class ReturnHandlers {

    static final List<Handler<?>> ALL = List.of(
            Handler.of(
                    ReturnDisbursement.class,
                    (c, lookup, needs) -> comesBack(c.reference(), c.effectiveDate(), lookup, needs),
                    ReturnHandlers::returned),
            Handler.of(
                    ReverseDisbursement.class,
                    (c, lookup, needs) -> comesBack(c.reference(), needs.today(), lookup, needs),
                    ReturnHandlers::reverse),
            Handler.of(
                    CorrectDisbursement.class,
                    (c, lookup, needs) -> DisbursementTerms.nameWithInvoice(c.reference(), lookup, needs),
                    ReturnHandlers::correct),
            Handler.of(CorrectPayee.class, ReturnHandlers::needs, ReturnHandlers::correctPayee),
            Handler.of(
                    DemandRecovery.class,
                    (c, lookup, needs) -> DisbursementTerms.name(c.reference(), lookup, needs),
                    ReturnHandlers::demandRecovery),
            Handler.of(
                    ReceiveRecovery.class,
                    (c, lookup, needs) -> comesBack(reference(c.recoveryId()), c.effectiveDate(), lookup, needs),
                    ReturnHandlers::receiveRecovery),
            Handler.of(
                    WaiveRecovery.class,
                    (c, lookup, needs) -> DisbursementTerms.name(reference(c.recoveryId()), lookup, needs),
                    ReturnHandlers::waiveRecovery),
            Handler.of(
                    ReportSpending.class,
                    (c, lookup, needs) -> DisbursementTerms.name(c.reference(), lookup, needs),
                    ReturnHandlers::reportSpending));

    private ReturnHandlers() {}

    private static String reference(String recoveryId) {
        return RecoveryId.of(recoveryId).reference();
    }

    private static void comesBack(String reference, LocalDate day, Lookup lookup, Needs needs) {
        DisbursementOrigin origin = DisbursementTerms.nameWithInvoice(reference, lookup, needs);
        if (origin != null) {
            ComingBack.name(origin, day, needs);
        }
    }

    private static List<Step> returned(ReturnDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        Entry entry = terms.allocation().entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        ComingBack to = ComingBack.of(terms, entry.day(), work);
        Payment payment = work.ask(Disbursement.key(c.reference()), d -> d.payment(entry.amount(), entry.day()));
        return with(
                to.steps(terms, payment, "returned", work),
                work.on(Disbursement.key(c.reference()), d -> d.returned(c, entry, to.word())));
    }

    private static List<Step> reverse(ReverseDisbursement c, Work work) {
        DisbursementOrigin origin = DisbursementTerms.origin(work, c.reference());
        Payment was = work.ask(Disbursement.key(c.reference()), Disbursement::payment);
        LocalDate day =
                YearTerms.of(work, origin.fundCode(), origin.year(), was.day()).reversalDay(was.day());
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), day);
        ComingBack to = ComingBack.of(terms, day, work);
        return with(
                to.steps(terms, was.of(was.amount(), day), "reversed", work),
                work.on(Disbursement.key(c.reference()), d -> d.reverse(c, day, to.word())));
    }

    private static List<Step> correct(CorrectDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        YearTerms year = terms.allocation().year();
        BigDecimal is = year.amount(c.amount());
        Payment was = work.ask(Disbursement.key(c.reference()), Disbursement::payment);
        year.checkTakesEntry(c.effectiveDate(), work);
        work.check(() -> year.year().checkMayGain(year.today()));
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(terms.origin().allocationNo()),
                a -> a.correct(was, was.of(is, c.effectiveDate()), c.documentRef(), c.documentSha256())));
        steps.add(work.on(Disbursement.key(c.reference()), d -> d.correct(c, is)));
        ComingBack.invoice(c.reference(), work)
                .ifPresent(invoice -> steps.add(work.on(invoice, i -> i.replace(c.reference(), was.amount(), is))));
        return steps;
    }

    private static void needs(CorrectPayee c, Lookup lookup, Needs needs) {
        DisbursementTerms.name(c.reference(), lookup, needs);
        needs.reads(PayeeFacts.GATE.key(c.toPayee()));
    }

    private static List<Step> correctPayee(CorrectPayee c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        PayeeFacts.of(work, c.toPayee());
        terms.allocation().year().checkTakesEntry(c.effectiveDate(), work);
        return List.of(work.on(Disbursement.key(c.reference()), d -> d.correctPayee(c)));
    }

    private static List<Step> demandRecovery(DemandRecovery c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        Entry entry = terms.allocation().entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        work.check(() -> terms.allocation().year().checkNotInFuture(c.effectiveDate()));
        return List.of(work.on(Disbursement.key(c.reference()), d -> d.demandRecovery(c, entry)));
    }

    private static List<Step> receiveRecovery(ReceiveRecovery c, Work work) {
        String reference = reference(c.recoveryId());
        DisbursementTerms terms = DisbursementTerms.of(work, reference, c.effectiveDate());
        Entry entry = terms.allocation().entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        ComingBack to = ComingBack.of(terms, entry.day(), work);
        Payment payment = work.ask(Disbursement.key(reference), d -> d.payment(entry.amount(), entry.day()));
        return with(
                to.steps(terms, payment, "recovered", work),
                work.on(Disbursement.key(reference), d -> d.receiveRecovery(c, entry, to.word())));
    }

    private static List<Step> waiveRecovery(WaiveRecovery c, Work work) {
        String reference = reference(c.recoveryId());
        DisbursementTerms terms = DisbursementTerms.of(work, reference, c.effectiveDate());
        Entry entry = terms.allocation().entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        work.check(() -> terms.allocation().year().checkNotInFuture(c.effectiveDate()));
        return List.of(work.on(Disbursement.key(reference), d -> d.waiveRecovery(c, entry)));
    }

    private static List<Step> reportSpending(ReportSpending c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        Entry entry = terms.allocation().entry(c.amount(), c.effectiveDate(), c.documentRef(), c.documentSha256());
        work.check(() -> DisbursementTerms.checkOwn(work.people().actor(), terms.allocation()));
        work.check(() -> terms.allocation().year().checkNotInFuture(c.effectiveDate()));
        return List.of(work.on(Disbursement.key(c.reference()), d -> d.reportSpending(entry)));
    }

    private static List<Step> with(List<Step> steps, Step last) {
        List<Step> all = new ArrayList<>(steps);
        all.add(last);
        return all;
    }
}
