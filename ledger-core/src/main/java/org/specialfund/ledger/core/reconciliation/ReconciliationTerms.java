package org.specialfund.ledger.core.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.specialfund.ledger.core.decision.AggregateKey;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.fundyear.YearTerms;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** What a step of a month's reconciliation rests on. */
record ReconciliationTerms(FundFacts fund, int year, YearMonth month, LocalDate today) {

    /** Names the month and the gates that {@link #of} reads. */
    static void name(String fundCode, int year, String month, Needs needs) {
        YearTerms.reads(needs, fundCode, year).decides(Reconciliation.key(fundCode, year, month));
    }

    /** The terms of a month; refuses an unknown fund or year, and a month that is not of the year. */
    static ReconciliationTerms of(Work work, String fundCode, int year, String name) {
        YearMonth month = YearMonth.parse(name);
        YearTerms terms = YearTerms.of(work, fundCode, year, month.atEndOfMonth());
        work.check(() -> Guard.that(
                !month.atDay(1).isBefore(terms.year().firstDay())
                        && !month.atEndOfMonth().isAfter(terms.year().lastDay()),
                () -> Refusal.of(ReconciliationRefusals.MONTH_OUTSIDE_YEAR)
                        .with("month", month)
                        .with("year", year)
                        .with("firstDay", terms.year().firstDay())
                        .with("lastDay", terms.year().lastDay())));
        return new ReconciliationTerms(terms.fund(), year, month, terms.today());
    }

    AggregateKey<Reconciliation> key() {
        return Reconciliation.key(fund.fundCode(), year, month.toString());
    }

    /** Refuses a month that has not ended, or is not the one after those that are signed. */
    void checkMayBeSigned() {
        Guard.that(today.isAfter(month.atEndOfMonth()), () -> Refusal.of(ReconciliationRefusals.MONTH_NOT_ENDED)
                .with("month", month)
                .with("today", today));
        FundFacts.Signed signed = fund.signed();
        if (signed != null) {
            YearMonth expected = YearMonth.from(signed.to()).plusMonths(1);
            Guard.that(month.equals(expected), () -> Refusal.of(ReconciliationRefusals.MONTH_OUT_OF_ORDER)
                    .with("month", month)
                    .with("expected", expected));
        }
    }
}
