package org.specialfund.ledger.core.disbursement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.Allocation;
import org.specialfund.ledger.core.allocation.AllocationOrigin;
import org.specialfund.ledger.core.allocation.Payment;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.FundYearRefusals;
import org.specialfund.ledger.core.fundyear.YearFacts;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.invoice.Invoice;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * Where paid money goes when it comes back: within its year as the fund's rules say; after the year's last day to the
 * treasury or into the open year, never back to the ended one.
 *
 * @param word {@code allocation}, {@code year}, {@code treasury} or {@code open-year}
 * @param openYear the year that takes a late return; null for the other words
 */
record ComingBack(String word, @Nullable Integer openYear) {

    /** Names the years into which a late return might go. */
    static void name(DisbursementOrigin origin, LocalDate day, Needs needs) {
        needs.decides(FundYear.key(origin.fundCode(), origin.year()));
        // The neighbours too: a reversal bears today, which is a day off in some zones.
        for (int year = day.minusDays(1).getYear() - 1; year <= day.plusDays(1).getYear() + 1; year++) {
            YearTerms.reads(needs, origin.fundCode(), year).decides(FundYear.key(origin.fundCode(), year));
        }
    }

    /** Where money that comes back on a day goes. Refuses a day after today, and one within a closed year. */
    static ComingBack of(DisbursementTerms terms, LocalDate day, Work work) {
        YearTerms year = terms.allocation().year();
        if (!day.isAfter(year.year().lastDay())) {
            year.checkTakesEntry(day, work);
            boolean closed = work.ask(Allocation.key(terms.origin().allocationNo()), Allocation::closed);
            String to = year.rules().returnsTo();
            return new ComingBack(to.equals("allocation") && closed ? "year" : to, null);
        }
        work.check(() -> year.checkNotInFuture(day));
        if (year.rules().lateReturnsTo().equals("treasury")) {
            return new ComingBack("treasury", null);
        }
        return new ComingBack("open-year", openYear(terms.origin().fundCode(), day, work));
    }

    private static int openYear(String fundCode, LocalDate day, Work work) {
        YearFacts facts = yearOf(fundCode, day, work);
        if (facts == null || facts.status() != YearFacts.Status.OPEN) {
            throw Refusal.of(FundYearRefusals.NEXT_YEAR_NOT_OPEN)
                    .with("toYear", day.getYear())
                    .asException();
        }
        return facts.year();
    }

    /** The fund year in which a day lies, whatever its state; null where there is none. */
    static @Nullable YearFacts yearOf(String fundCode, LocalDate day, Work work) {
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            YearFacts facts = work.fact(YearFacts.GATE.key(YearFacts.key(fundCode, year)));
            if (facts != null && !day.isBefore(facts.firstDay()) && !day.isAfter(facts.lastDay())) {
                return facts;
            }
        }
        return null;
    }

    /** The steps of everybody but the disbursement. */
    List<Step> steps(DisbursementTerms terms, Payment payment, String cause, Work work) {
        AllocationOrigin origin = terms.allocation().origin();
        String no = origin.allocationNo();
        List<Step> steps = new ArrayList<>();
        steps.add(work.on(
                Allocation.key(no),
                allocation -> word.equals("allocation")
                        ? allocation.restore(payment, cause)
                        : allocation.notRestore(payment, cause, word, openYear)));
        if (word.equals("year")) {
            steps.add(work.on(
                    FundYear.key(origin.fundCode(), origin.year()),
                    year -> year.release(no, origin.planLine(), origin.originYear(), payment.amount(), payment.day())));
        }
        if (openYear != null) {
            steps.add(work.on(
                    FundYear.key(origin.fundCode(), openYear),
                    year -> year.receiveLateReturn(
                            origin.year(), no, payment.reference(), payment.amount(), payment.day())));
        }
        releaseInvoice(payment.reference(), payment.amount(), work, steps);
        return steps;
    }

    /** Gives the invoice back what a payment used of it, where it named one. */
    static void releaseInvoice(String reference, BigDecimal amount, Work work, List<Step> steps) {
        invoice(reference, work).ifPresent(invoice -> steps.add(work.on(invoice, i -> i.release(reference, amount))));
    }

    /** The invoice that a payment named, of the payee that it was requested for. */
    static Optional<AggregateKey<Invoice>> invoice(String reference, Work work) {
        return work.ask(Disbursement.key(reference), Disbursement::invoice);
    }
}
