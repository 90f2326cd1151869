package org.specialfund.ledger.core;

import java.util.List;
import org.specialfund.ledger.core.decision.Step;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.posting.MoneyEvent;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.RefusedException;

/**
 * What moves money on a day of a month that is reconciled and signed is given or confirmed by the approver. Decided in
 * one place, for every command there is or will be: by what it would record.
 */
final class SignedMonths {

    private SignedMonths() {}

    /** Refuses steps that would post into a signed month; for commands behind which no approver stands. */
    static void check(List<Step> steps, Books books, List<Refusal> refusals) {
        for (Step step : steps) {
            for (LedgerEvent event : step.events()) {
                if (event instanceof MoneyEvent money && !money.postings().isEmpty()) {
                    check(money, books, refusals);
                }
            }
        }
    }

    private static void check(MoneyEvent money, Books books, List<Refusal> refusals) {
        FundFacts fund = books.fact(FundFacts.GATE.key(money.fundCode()));
        if (fund == null) {
            throw new IllegalStateException(money + " is of no fund");
        }
        try {
            fund.checkMonthNotSigned(money.effectiveDate());
        } catch (RefusedException refused) {
            refusals.add(refused.refusal());
        }
    }
}
