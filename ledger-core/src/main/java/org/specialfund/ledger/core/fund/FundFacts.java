package org.specialfund.ledger.core.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.GateType;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.fund.event.FundClosed;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.fund.event.FundEvent;
import org.specialfund.ledger.core.fund.event.FundMonthSigned;
import org.specialfund.ledger.core.fund.event.FundResumed;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.fund.event.FundSuspended;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The facts about a fund that other aggregates' commands depend on: the fund's gate.
 *
 * @param kind {@code regular} or {@code entrusted}
 * @param suspensions the first day of each standing cause
 * @param versions of the rules, oldest first; never empty once established
 * @param signed the months that are reconciled and signed; null while there is none
 */
public record FundFacts(
        String fundCode,
        String kind,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        boolean closed,
        Map<String, LocalDate> suspensions,
        List<FundRules> versions,
        @Nullable Signed signed) {

    /**
     * The months that are signed: they follow one another.
     *
     * @param from first day of the first
     * @param to last day of the last
     * @param closingBalance of the last, by its statement
     */
    public record Signed(LocalDate from, LocalDate to, BigDecimal closingBalance) {}

    /** The gate of a fund, keyed by its code. */
    public static final GateType<FundFacts> GATE = new GateType<>(
            "fund",
            FundFacts.class,
            event -> event instanceof FundEvent fundEvent ? fundEvent.fundCode() : null,
            FundFacts::after);

    /** The fund's facts; refuses an unknown fund, and one whose code differs by case. */
    public static FundFacts of(Work work, String fundCode) {
        FundFacts facts = work.fact(GATE.key(fundCode));
        if (facts == null || !facts.fundCode.equals(fundCode)) {
            throw Refusal.of(FundRefusals.UNKNOWN_FUND)
                    .with("fundCode", fundCode)
                    .asException();
        }
        return facts;
    }

    /** The version of the rules in force on a day; the first one before its own day. */
    public FundRules rulesOn(LocalDate day) {
        FundRules inForce = versions.get(0);
        for (FundRules version : versions) {
            if (!version.appliesFrom().isAfter(day)) {
                inForce = version;
            }
        }
        return inForce;
    }

    /** Refuses a closed fund. */
    public void checkNotClosed() {
        Guard.that(!closed, () -> Refusal.of(FundRefusals.FUND_CLOSED).with("fundCode", fundCode));
    }

    /** Refuses a payment dated on or after the first day of a standing suspension. */
    public void checkNotSuspended(LocalDate day) {
        suspensions.forEach(
                (cause, since) -> Guard.that(day.isBefore(since), () -> Refusal.of(FundRefusals.FUND_SUSPENDED)
                        .with("cause", cause)
                        .with("since", since)));
    }

    /** Refuses a date after today in the fund's zone, or outside the fund's term. */
    public void checkDate(LocalDate day, Work work) {
        LocalDate today = work.today(rulesOn(day).timeZone());
        Guard.that(!day.isAfter(today), () -> Refusal.of(CommonRefusals.DATE_IN_FUTURE)
                .with("effectiveDate", day)
                .with("today", today));
        Guard.that(
                !day.isBefore(termFrom) && (termTo == null || !day.isAfter(termTo)),
                () -> Refusal.of(CommonRefusals.DATE_OUTSIDE_TERM).with("effectiveDate", day));
    }

    /** Refuses a day of a month that is reconciled and signed. */
    public void checkMonthNotSigned(LocalDate day) {
        Guard.that(signed == null || day.isBefore(signed.from) || day.isAfter(signed.to), () -> Refusal.of(
                        FundRefusals.MONTH_SIGNED)
                .with("fundCode", fundCode)
                .with("month", YearMonth.from(day))
                .with("effectiveDate", day));
    }

    /** Whether its money is another's, by mandate. */
    public boolean isEntrusted() {
        return kind.equals("entrusted");
    }

    private static FundFacts after(@Nullable FundFacts before, LedgerEvent event) {
        if (event instanceof FundEstablished e) {
            return new FundFacts(
                    e.fundCode(), e.kind(), e.currency(), e.termFrom(), e.termTo(), false, Map.of(), List.of(), null);
        }
        if (before == null) {
            throw new IllegalStateException("a fund's first event must be its establishment, not " + event);
        }
        List<FundRules> versions = new ArrayList<>(before.versions);
        Map<String, LocalDate> causes = new TreeMap<>(before.suspensions);
        Signed signed = before.signed;
        if (event instanceof FundRulesSet e) {
            versions.add(FundRules.of(e));
        } else if (event instanceof FundSuspended e) {
            causes.put(e.cause(), e.effectiveDate());
        } else if (event instanceof FundResumed e) {
            causes.remove(e.cause());
        } else if (event instanceof FundMonthSigned e) {
            signed = new Signed(signed == null ? e.firstDay() : signed.from, e.lastDay(), e.closingBalance());
        }
        return new FundFacts(
                before.fundCode,
                before.kind,
                before.currency,
                before.termFrom,
                before.termTo,
                before.closed || event instanceof FundClosed,
                Map.copyOf(causes),
                List.copyOf(versions),
                signed);
    }
}
