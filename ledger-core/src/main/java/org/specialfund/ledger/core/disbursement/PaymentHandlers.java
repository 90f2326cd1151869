package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.FinalTranche;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.command.ApproveDisbursement;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReviewDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.shared.Person;

/** How a requested payment is reviewed, approved, rejected, cancelled and settled. */
final class PaymentHandlers {

    static final List<Handler<?>> ALL = List.of(
            Handler.of(
                    ReviewDisbursement.class,
                    (c, lookup, needs) -> DisbursementTerms.name(c.reference(), lookup, needs),
                    PaymentHandlers::review),
            Handler.of(ApproveDisbursement.class, PaymentHandlers::needs, PaymentHandlers::approve),
            Handler.of(
                    RejectDisbursement.class,
                    (c, lookup, needs) -> DisbursementTerms.nameWithInvoice(c.reference(), lookup, needs),
                    PaymentHandlers::reject),
            Handler.of(
                    CancelDisbursement.class,
                    (c, lookup, needs) -> DisbursementTerms.nameWithInvoice(c.reference(), lookup, needs),
                    PaymentHandlers::cancel),
            Handler.of(SettleDisbursement.class, PaymentHandlers::needs, PaymentHandlers::settle));

    private PaymentHandlers() {}

    private static List<Step> review(ReviewDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), LocalDate.EPOCH);
        terms.allocation().year().citingToday(work);
        work.check(terms.allocation().year().year()::checkNotClosed);
        return List.of(work.on(
                Disbursement.key(c.reference()), d -> d.review(work.people().actor())));
    }

    private static void needs(ApproveDisbursement c, Lookup lookup, Needs needs) {
        DisbursementTerms.name(c.reference(), lookup, needs);
        Begun.of(c.reference(), lookup).ifPresent(begun -> needs.reads(PayeeFacts.GATE.key(begun.payee())));
    }

    private static List<Step> approve(ApproveDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), LocalDate.EPOCH);
        Payment payment = work.ask(Disbursement.key(c.reference()), Disbursement::payment);
        YearTerms year =
                YearTerms.of(work, terms.origin().fundCode(), terms.origin().year(), payment.day());
        boolean needsLeader = year.rules().needsLeader(payment.amount());
        Step approved = work.on(
                Disbursement.key(c.reference()), d -> d.approve(work.people().actor(), needsLeader));
        if (approved.refusal() != null) {
            return List.of(approved);
        }
        PayeeFacts payee = PayeeFacts.of(work, payment.payee());
        LocalDate today = year.today();
        work.check(year.fund()::checkNotClosed);
        work.check(year.year()::checkNotClosed);
        work.check(() -> year.fund().checkNotSuspended(today));
        work.check(() -> payee.checkNotBarred(today));
        work.check(() -> payee.checkAccount(work.ask(Disbursement.key(c.reference()), Disbursement::accountId)
                .orElse(null)));
        return List.of(work.on(Allocation.key(terms.origin().allocationNo()), a -> a.checkPays(today)), approved);
    }

    private static List<Step> reject(RejectDisbursement c, Work work) {
        Person rejecter = work.people().actor();
        return giveUp(
                c.reference(),
                c.effectiveDate(),
                work,
                work.on(Disbursement.key(c.reference()), d -> d.reject(c, rejecter)));
    }

    private static List<Step> cancel(CancelDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.effectiveDate());
        work.check(() -> DisbursementTerms.checkOwn(work.people().actor(), terms.allocation()));
        return giveUp(
                c.reference(), c.effectiveDate(), work, work.on(Disbursement.key(c.reference()), d -> d.cancel(c)));
    }

    private static List<Step> giveUp(String reference, LocalDate day, Work work, Step given) {
        DisbursementTerms terms = DisbursementTerms.of(work, reference, day);
        terms.allocation().year().checkTakesEntry(day, work);
        if (given.refusal() != null) {
            return List.of(given);
        }
        Payment payment = work.ask(Disbursement.key(reference), Disbursement::payment);
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(terms.origin().allocationNo()), a -> a.releaseHold(payment.of(payment.amount(), day))));
        steps.add(given);
        ComingBack.releaseInvoice(reference, payment.amount(), work, steps);
        return steps;
    }

    private static void needs(SettleDisbursement c, Lookup lookup, Needs needs) {
        DisbursementTerms.nameWithInvoice(c.reference(), lookup, needs);
        Begun.of(c.reference(), lookup).ifPresent(begun -> needs.reads(PayeeFacts.GATE.key(begun.payee())));
        needs.decides(BankReference.key(c.bankAccount(), c.bankReference(), c.bankLine()));
    }

    private static List<Step> settle(SettleDisbursement c, Work work) {
        DisbursementTerms terms = DisbursementTerms.of(work, c.reference(), c.paidOn());
        YearTerms year = terms.allocation().year();
        Payment held = work.ask(Disbursement.key(c.reference()), Disbursement::payment);
        BigDecimal paid = c.amount() == null ? held.amount() : year.amount(c.amount());
        Step settled = work.on(
                Disbursement.key(c.reference()),
                d -> d.settle(c, paid, work.people().actor()));
        year.checkTakesEntry(c.paidOn(), work);
        work.check(() -> year.fund().checkNotSuspended(c.paidOn()));
        if (settled.refusal() == null) {
            work.check(() -> PayeeFacts.of(work, held.payee()).checkNotBarred(c.paidOn()));
            work.check(() -> FinalTranche.check(terms.allocation(), held.tranche(), work));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(terms.origin().allocationNo()),
                a -> settled.refusal() == null
                        ? a.settle(held.of(paid, c.paidOn()), held.amount(), c.documentRef(), c.documentSha256())
                        : a.checkNotSuspended(c.paidOn())));
        steps.add(settled);
        if (paid.compareTo(held.amount()) < 0) {
            ComingBack.releaseInvoice(c.reference(), held.amount().subtract(paid), work, steps);
        }
        steps.add(work.on(
                BankReference.key(c.bankAccount(), c.bankReference(), c.bankLine()),
                b -> b.claim(c.bankAccount(), c.bankReference(), c.bankLine(), c.reference(), held.payee())));
        return steps;
    }
}
