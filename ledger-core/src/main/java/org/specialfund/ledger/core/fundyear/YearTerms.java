package org.specialfund.ledger.core.fundyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.FundFacts;
import org.specialfund.ledger.core.fund.FundRules;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Entry;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * What an entry of a fund year rests on: the fund, the year, and the rules in force on the entry's day, which are noted
 * in the metadata of its events.
 */
public record YearTerms(FundFacts fund, YearFacts year, FundRules rules, LocalDate today) {

    /** Names the gates that {@link #of} reads. */
    public static Needs reads(Needs needs, String fundCode, int year) {
        return needs.reads(FundFacts.GATE.key(fundCode)).reads(YearFacts.GATE.key(YearFacts.key(fundCode, year)));
    }

    /** The terms of an entry on a day; refuses an unknown fund or year. */
    public static YearTerms of(Work work, String fundCode, int year, LocalDate day) {
        FundFacts fund = FundFacts.of(work, fundCode);
        YearFacts facts = work.fact(YearFacts.GATE.key(YearFacts.key(fundCode, year)));
        if (facts == null) {
            throw Refusal.of(FundYearRefusals.UNKNOWN_FUND_YEAR)
                    .with("fundCode", fundCode)
                    .with("year", year)
                    .asException();
        }
        FundRules rules = fund.rulesOn(day);
        work.citing(rules.version());
        return new YearTerms(fund, facts, rules, work.today(rules.timeZone()));
    }

    /** The amount with the digits of the fund's currency. */
    public BigDecimal amount(BigDecimal amount) {
        return Amounts.positive(amount, fund.currency());
    }

    /** An entry with its amount in the digits of the fund's currency. */
    public Entry entry(BigDecimal amount, LocalDate day, String documentRef, @Nullable String documentSha256) {
        return new Entry(amount(amount), day, documentRef, documentSha256);
    }

    /** The fund's currency. */
    public String currency() {
        return fund.currency();
    }

    /** Refuses a new entry: a closed fund, a year that takes nothing new, a day that the fund or the year has not. */
    public void checkTakesNew(LocalDate day, Work work) {
        work.check(year::checkNotClosing);
        checkTakesEntry(day, work);
    }

    /** Refuses an entry that finishes what is under way: the same, but a closing year takes it. */
    public void checkTakesEntry(LocalDate day, Work work) {
        work.check(fund::checkNotClosed);
        work.check(() -> year.checkTakesEntry(day));
        work.check(() -> fund.checkDate(day, work));
    }

    /** Notes the version in force today, for what has no day of its own. */
    public void citingToday(Work work) {
        work.citing(fund.rulesOn(today).version());
    }

    /** Refuses a day after today. */
    public void checkNotInFuture(LocalDate day) {
        Guard.that(!day.isAfter(today), () -> Refusal.of(CommonRefusals.DATE_IN_FUTURE)
                .with("effectiveDate", day)
                .with("today", today));
    }

    /** The day that a reversal bears: the original's while its year has not ended, today's afterwards. */
    public LocalDate reversalDay(LocalDate original) {
        return today.isAfter(year.lastDay()) ? today : original;
    }
}
