package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.AllocationTerms;
import org.specialfund.ledger.core.allocation.FinalTranche;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.event.DisbursementRecorded;
import org.specialfund.ledger.core.disbursement.event.DisbursementRequested;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.invoice.Invoice;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Person;

/** How a payment begins: requested, or recorded in one step. */
final class BeginHandlers {

    static final List<Handler<?>> ALL = List.of(
            Handler.of(RequestDisbursement.class, BeginHandlers::needs, BeginHandlers::request),
            Handler.of(RecordDisbursement.class, BeginHandlers::needs, BeginHandlers::record));

    private BeginHandlers() {}

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
        Step requested = work.on(Disbursement.key(c.reference()), d -> d.begin(requested(c, terms, requester, amount)));
        if (requested.refusal() != null) {
            return List.of(requested);
        }
        work.check(() -> DisbursementTerms.checkOwn(requester, terms));
        work.check(() -> payee.checkNotBarred(c.effectiveDate()));
        work.check(() -> payee.checkAccount(c.accountId()));
        work.check(() -> year.fund().checkNotSuspended(c.effectiveDate()));
        year.checkTakesNew(c.effectiveDate(), work);
        work.check(() -> checkCategory(c.category(), year));
        work.check(() -> FinalTranche.check(terms, c.tranche(), work));
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(Allocation.key(c.allocationNo()), a -> a.hold(payment)));
        steps.add(requested);
        useInvoice(c.payee(), c.invoiceNo(), c.invoiceAmount(), c.reference(), amount, year, work, steps);
        return steps;
    }

    private static DisbursementRequested requested(
            RequestDisbursement c, AllocationTerms terms, Person requester, BigDecimal amount) {
        return new DisbursementRequested(
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
                terms.year().currency(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
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
        Step recorded = work.on(Disbursement.key(c.reference()), d -> d.begin(recorded(c, terms, amount)));
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
        work.check(() -> FinalTranche.check(terms, c.tranche(), work));
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
}
