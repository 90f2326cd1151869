package org.specialfund.ledger.core.fund;

import java.time.LocalDate;
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
 * @param suspensions the first day of each standing cause
 * @param versions of the rules, oldest first; never empty once established
 */
public record FundFacts(
        String fundCode,
        String currency,
        LocalDate termFrom,
        @Nullable LocalDate termTo,
        boolean closed,
        Map<String, LocalDate> suspensions,
        List<FundRules> versions) {

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

    private static FundFacts after(@Nullable FundFacts before, LedgerEvent event) {
        if (event instanceof FundEstablished e) {
            return new FundFacts(e.fundCode(), e.currency(), e.termFrom(), e.termTo(), false, Map.of(), List.of());
        }
        if (before == null) {
            throw new IllegalStateException("a fund's first event must be its establishment, not " + event);
        }
        if (event instanceof FundRulesSet e) {
            List<FundRules> more = new ArrayList<>(before.versions);
            more.add(FundRules.of(e));
            return new FundFacts(
                    before.fundCode,
                    before.currency,
                    before.termFrom,
                    before.termTo,
                    before.closed,
                    before.suspensions,
                    List.copyOf(more));
        }
        Map<String, LocalDate> causes = new TreeMap<>(before.suspensions);
        if (event instanceof FundSuspended e) {
            causes.put(e.cause(), e.effectiveDate());
        } else if (event instanceof FundResumed e) {
            causes.remove(e.cause());
        }
        return new FundFacts(
                before.fundCode,
                before.currency,
                before.termFrom,
                before.termTo,
                before.closed || event instanceof FundClosed,
                Map.copyOf(causes),
                before.versions);
    }
}
