package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.allocation.event.OpeningPaymentRecorded;
import org.specialfund.ledger.core.decision.Handler;
import org.specialfund.ledger.core.decision.Lookup;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.disbursement.event.DisbursementOpened;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation.OpeningPayment;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.payee.PayeeFacts;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.Entry;

/** How a ledger that starts in mid-life takes a fund year over, with its allocations and payments, in one go. */
final class OpeningHandler {

    static final Handler<RecordOpening> HANDLER =
            Handler.of(RecordOpening.class, OpeningHandler::needs, OpeningHandler::record);

    private OpeningHandler() {}

    private static void needs(RecordOpening c, Lookup lookup, Needs needs) {
        YearTerms.reads(needs, c.fundCode(), c.year()).decides(FundYear.key(c.fundCode(), c.year()));
        for (OpeningAllocation allocation : c.allocations()) {
            needs.reads(PayeeFacts.GATE.key(allocation.recipient()))
                    .begins(
                            Allocation.key(allocation.allocationNo()),
                            new AllocationOrigin(
                                    allocation.allocationNo(),
                                    c.fundCode(),
                                    c.year(),
                                    allocation.recipient(),
                                    allocation.category(),
                                    null,
                                    allocation.originYear(),
                                    null));
            for (OpeningPayment payment : allocation.payments()) {
                needs.reads(PayeeFacts.GATE.key(payment.payee()))
                        .begins(
                                Disbursement.key(payment.reference()),
                                new DisbursementOrigin(
                                        payment.reference(), allocation.allocationNo(), c.fundCode(), c.year()));
            }
        }
    }

    private static List<Step> record(RecordOpening c, Work work) {
        YearTerms terms = YearTerms.of(work, c.fundCode(), c.year(), c.effectiveDate());
        BigDecimal unallocated = Amounts.notNegative(c.unallocated(), terms.currency());
        terms.checkTakesNew(c.effectiveDate(), work);
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                FundYear.key(c.fundCode(), c.year()),
                year -> year.recordOpening(
                        new Entry(unallocated, c.effectiveDate(), c.documentRef(), c.documentSha256()))));
        c.allocations().forEach(allocation -> open(c, allocation, terms, work, steps));
        return steps;
    }

    private static void open(
            RecordOpening c, OpeningAllocation allocation, YearTerms terms, Work work, List<Step> steps) {
        PayeeFacts.of(work, allocation.recipient());
        BigDecimal available = Amounts.notNegative(allocation.available(), terms.currency());
        List<OpeningPaymentRecorded> payments = new ArrayList<>();
        BigDecimal total = available;
        for (OpeningPayment payment : allocation.payments()) {
            PayeeFacts.of(work, payment.payee());
            BigDecimal paid = terms.amount(payment.paid());
            total = total.add(paid);
            payments.add(new OpeningPaymentRecorded(
                    c.fundCode(),
                    c.year(),
                    allocation.allocationNo(),
                    payment.reference(),
                    payment.payee(),
                    paid,
                    terms.currency(),
                    c.effectiveDate(),
                    c.documentRef(),
                    c.documentSha256()));
        }
        BigDecimal opened = total;
        steps.add(work.on(
                FundYear.key(c.fundCode(), c.year()),
                year -> year.openAllocation(allocation.allocationNo(), null, opened, c.effectiveDate())));
        steps.add(work.on(
                Allocation.key(allocation.allocationNo()),
                a -> a.begin(opened(c, allocation, available, terms), payments)));
        payments.forEach(payment -> steps.add(work.on(
                Disbursement.key(payment.reference()),
                d -> d.begin(new DisbursementOpened(
                        payment.reference(),
                        c.fundCode(),
                        c.year(),
                        payment.allocationNo(),
                        payment.payee(),
                        payment.amount(),
                        terms.currency(),
                        c.effectiveDate(),
                        c.documentRef(),
                        c.documentSha256())))));
    }

    private static AllocationOpened opened(
            RecordOpening c, OpeningAllocation allocation, BigDecimal available, YearTerms terms) {
        return new AllocationOpened(
                allocation.allocationNo(),
                allocation.indicatorNo(),
                c.fundCode(),
                c.year(),
                allocation.recipient(),
                allocation.category(),
                null,
                null,
                null,
                null,
                null,
                null,
                allocation.originYear(),
                available,
                terms.currency(),
                c.effectiveDate(),
                c.documentRef(),
                c.documentSha256());
    }
}
