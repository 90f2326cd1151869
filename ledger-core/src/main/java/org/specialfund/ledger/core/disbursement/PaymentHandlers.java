package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.AllocationTerms;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.command.ApproveDisbursement;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RejectDisbursement;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReviewDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.invoice.Invoice;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/** How a payment is requested, reviewed, approved, rejected, cancelled and settled, or recorded in one step. */
final class PaymentHandlers {

    static final List<Handler<?>> ALL = List.of(
            Handler.of(RequestDisbursement.class, PaymentHandlers::needs, PaymentHandlers::request),
            Handler.of(
                    ReviewDisbursement.class,
                    (c, lookup, needs) -> DisbursementTerms.name(c.reference(), lookup, needs),
                    PaymentHandlers::review),
            Handler.of(ApproveDisbursement.class, PaymentHandlers::needs, PaymentHandlers::approve),
            Handler.of(
                    RejectDisbursement.class,
                    (c, lookup, needs) -> withInvoice(c.reference(), lookup, needs),
                    PaymentHandlers::reject),
            Handler.of(
                    CancelDisbursement.class,
                    (c, lookup, needs) -> withInvoice(c.reference(), lookup, needs),
                    PaymentHandlers::cancel),
            Handler.of(SettleDisbursement.class, PaymentHandlers::needs, PaymentHandlers::settle),
            Handler.of(RecordDisbursement.class, PaymentHandlers::needs, PaymentHandlers::record));

    private PaymentHandlers() {}

    private static void needs(RequestDisbursement c, Lookup lookup, Needs needs) {
        begins(c.reference(), c.allocationNo(), c.payee(), c.invoiceNo(), lookup, needs);
    }

    private static void begins(
            String reference,
            String allocationNo,
            String payee,
            @Nullable String invoiceNo,
            Lookup lookup,
            Needs needs) {
        AllocationOrigin origin = AllocationTerms.name(allocationNo, lookup, needs);
        needs.reads(PayeeFacts.GATE.key(payee)).decides(Disbursement.key(reference));
        if (origin != null) {
            needs.begins(
                    Disbursement.key(reference),
                    new DisbursementOrigin(reference, allocationNo, origin.fundCode(), origin.year()));
        }
        if (invoiceNo != null) {
            needs.decides(Invoice.key(payee, invoiceNo));
        }
    }

    private static List<Step> request(RequestDisbursement c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        YearTerms year = terms.year();
        BigDecimal amount = year.amount(c.amount());
        Payment payment = new Payment(c.reference(), c.payee(), c.tranche(), amount, c.effectiveDate());
        Person requester = work.people().actor();
        PayeeFacts payee = PayeeFacts.of(work, c.payee());
        Step requested = work.on(
                Disbursement.key(c.reference()),
                d -> d.request(
                        c,
                        new DisbursementRequested(
                                c.reference(),
                                terms.origin().fundCode(),
                                terms.origin().year(),
                                c.allocationNo(),
                                c.payee(),
                                c.accountId(),
                                c.category() == null ? terms.origin().category() : c.category(),
                                c.purpose(),
                                c.functionCode(),
                                c.economicCode(),
                                c.invoiceNo(),
                                c.tranche(),
                                requester.id(),
                                amount,
                                year.currency(),
                                c.effectiveDate(),
                                c.documentRef(),
                                c.documentSha256())));
        if (requested.refusal() != null) {
            return List.of(requested);
        }
        work.check(() -> checkOwn(requester, terms));
        work.check(() -> payee.checkNotBarred(c.effectiveDate()));
        work.check(() -> payee.checkAccount(c.accountId()));
        work.check(() -> year.fund().checkNotSuspended(c.effectiveDate()));
        year.checkTakesNew(c.effectiveDate(), work);
        work.check(() -> checkCategory(c.category(), year));
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(Allocation.key(c.allocationNo()), a -> a.hold(payment)));
        steps.add(requested);
        useInvoice(c.payee(), c.invoiceNo(), c.invoiceAmount(), c.reference(), amount, year, work, steps);
        return steps;
    }

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

    private static void withInvoice(String reference, Lookup lookup, Needs needs) {
        DisbursementTerms.name(reference, lookup, needs);
        Begun.of(reference, lookup).flatMap(Begun::invoice).ifPresent(needs::decides);
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
        work.check(() -> checkOwn(work.people().actor(), terms.allocation()));
        return giveUp(
                c.reference(), c.effectiveDate(), work, work.on(Disbursement.key(c.reference()), d -> d.cancel(c)));
    }

    private static List<Step> giveUp(String reference, LocalDate day, Work work, Step given) {
        DisbursementTerms terms = DisbursementTerms.of(work, reference, day);
        terms.allocation().year().checkTakesEntry(day, work);
        Payment payment = work.ask(Disbursement.key(reference), Disbursement::payment);
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(terms.origin().allocationNo()), a -> a.releaseHold(payment.of(payment.amount(), day))));
        steps.add(given);
        ComingBack.releaseInvoice(reference, payment.amount(), work, steps);
        return steps;
    }

    private static void needs(SettleDisbursement c, Lookup lookup, Needs needs) {
        withInvoice(c.reference(), lookup, needs);
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
        }
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(terms.origin().allocationNo()),
                a -> a.settle(held.of(paid, c.paidOn()), held.amount(), c.documentRef(), c.documentSha256())));
        steps.add(settled);
        if (paid.compareTo(held.amount()) < 0) {
            ComingBack.releaseInvoice(c.reference(), held.amount().subtract(paid), work, steps);
        }
        steps.add(work.on(
                BankReference.key(c.bankAccount(), c.bankReference(), c.bankLine()),
                b -> b.claim(c.bankAccount(), c.bankReference(), c.bankLine(), c.reference(), held.payee())));
        return steps;
    }

    private static void needs(RecordDisbursement c, Lookup lookup, Needs needs) {
        begins(c.reference(), c.allocationNo(), c.payee(), c.invoiceNo(), lookup, needs);
        if (c.bankAccount() != null && c.bankReference() != null) {
            needs.decides(BankReference.key(c.bankAccount(), c.bankReference(), line(c)));
        }
    }

    private static int line(RecordDisbursement c) {
        return c.bankLine() == null ? 1 : c.bankLine();
    }

    private static List<Step> record(RecordDisbursement c, Work work) {
        AllocationTerms terms = AllocationTerms.of(work, c.allocationNo(), c.effectiveDate());
        YearTerms year = terms.year();
        BigDecimal amount = year.amount(c.amount());
        boolean inSpite = c.despite() != null;
        PayeeFacts payee = PayeeFacts.of(work, c.payee());
        Step recorded = work.on(Disbursement.key(c.reference()), d -> d.record(c, recorded(c, terms, amount)));
        if (recorded.refusal() != null) {
            return List.of(recorded);
        }
        work.check(() -> payee.checkAccount(c.accountId()));
        if (!inSpite) {
            work.check(() -> payee.checkNotBarred(c.effectiveDate()));
            work.check(() -> year.fund().checkNotSuspended(c.effectiveDate()));
        }
        year.checkTakesEntry(c.effectiveDate(), work);
        work.check(() -> checkCategory(c.category(), year));
        Payment payment = new Payment(c.reference(), c.payee(), c.tranche(), amount, c.effectiveDate());
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(c.allocationNo()), a -> a.spend(payment, inSpite, c.documentRef(), c.documentSha256())));
        steps.add(recorded);
        useInvoice(c.payee(), c.invoiceNo(), c.invoiceAmount(), c.reference(), amount, year, work, steps);
        if (c.bankAccount() != null && c.bankReference() != null) {
            String account = c.bankAccount();
            String bankReference = c.bankReference();
            steps.add(work.on(
                    BankReference.key(account, bankReference, line(c)),
                    b -> b.claim(account, bankReference, line(c), c.reference(), c.payee())));
        }
        return steps;
    }

    private static DisbursementRecorded recorded(RecordDisbursement c, AllocationTerms terms, BigDecimal amount) {
        return new DisbursementRecorded(
                c.reference(),
                terms.origin().fundCode(),
                terms.origin().year(),
                c.allocationNo(),
                c.payee(),
                c.accountId(),
                c.category() == null ? terms.origin().category() : c.category(),
                c.purpose(),
                c.functionCode(),
                c.economicCode(),
                c.invoiceNo(),
                c.tranche(),
                c.bankAccount(),
                c.bankReference(),
                c.bankReference() == null ? null : Integer.valueOf(line(c)),
                c.despite(),
                amount,
                terms.year().currency(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }

    private static void useInvoice(
            String payee,
            @Nullable String invoiceNo,
            @Nullable BigDecimal invoiceAmount,
            String reference,
            BigDecimal amount,
            YearTerms year,
            Work work,
            List<Step> steps) {
        if (invoiceNo != null) {
            BigDecimal stated = invoiceAmount == null ? null : Amounts.positive(invoiceAmount, year.currency());
            steps.add(work.on(
                    Invoice.key(payee, invoiceNo),
                    invoice -> invoice.use(payee, invoiceNo, reference, amount, stated, year.currency())));
        }
    }

    private static void checkCategory(@Nullable String category, YearTerms year) {
        if (category != null) {
            year.rules().checkCategory(category);
        }
    }

    /** A person who is there for a unit only acts on what that unit received. */
    static void checkOwn(Person person, AllocationTerms terms) {
        Guard.that(
                person.roles().contains(Role.CLERK)
                        || terms.origin().recipient().equals(person.unit()),
                () -> Refusal.of(CommonRefusals.UNIT_NOT_ITS_OWN));
    }
}
