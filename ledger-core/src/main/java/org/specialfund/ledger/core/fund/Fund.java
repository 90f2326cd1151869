package org.specialfund.ledger.core.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.decision.AggregateType;
import org.specialfund.ledger.core.fund.command.AmendRules;
import org.specialfund.ledger.core.fund.command.CloseFund;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fund.command.ResumeFund;
import org.specialfund.ledger.core.fund.command.SuspendFund;
import org.specialfund.ledger.core.fund.event.FundClosed;
import org.specialfund.ledger.core.fund.event.FundEstablished;
import org.specialfund.ledger.core.fund.event.FundEvent;
import org.specialfund.ledger.core.fund.event.FundResumed;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.fund.event.FundSuspended;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.specialfund.ledger.core.shared.Amounts;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.ExpectedVersion;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/** A fund: its term, its rules and what stops its payments. Its years are aggregates of their own. */
@AggregateRoot(type = "fund")
@Revision("1")
public class Fund {

    /** Kind, id prefix and place in the lock order. */
    public static final AggregateType<Fund> TYPE = new AggregateType<>(Fund.class, "fund", 0, Fund::new);

    private static final String FINDING = "finding";

    @AggregateIdentifier
    private @Nullable String id;

    private String fundCode = "";
    private String currency = "";
    private int rulesVersion;
    private boolean closed;
    private final Set<String> causes = new TreeSet<>();

    Fund() {}

    List<FundEvent> establish(EstablishFund c) {
        Guard.that(id == null, () -> Refusal.of(
                        fundCode.equals(c.fundCode()) ? FundRefusals.FUND_EXISTS : CommonRefusals.DIFFERS_ONLY_BY_CASE)
                .with("fundCode", c.fundCode())
                .with("requested", c.fundCode())
                .with("existing", fundCode));
        return List.of(
                new FundEstablished(
                        c.fundCode(),
                        c.name(),
                        c.kind(),
                        c.mandate(),
                        c.currency(),
                        c.termFrom(),
                        c.termTo(),
                        c.documentRef(),
                        c.documentSha256()),
                new FundRulesSet(
                        c.fundCode(),
                        1,
                        c.termFrom(),
                        c.timeZone(),
                        c.firstMonth(),
                        c.categories(),
                        threshold(c.leaderThreshold(), c.currency()),
                        threshold(c.approvalThreshold(), c.currency()),
                        c.returnsTo(),
                        c.surplusTo(),
                        c.lateReturnsTo(),
                        c.noticeWorkingDays(),
                        c.reviewsRequired(),
                        c.categoryRules(),
                        c.supervisionThresholds(),
                        c.documentRef(),
                        c.documentSha256()));
    }

    /**
     * Replaces the rules from a day on.
     *
     * @param cited the last day for which an entry may have cited those in force
     */
    public List<FundEvent> amendRules(AmendRules c, LocalDate today, LocalDate cited) {
        checkLives(c.fundCode());
        ExpectedVersion.check(c.expectedVersion(), rulesVersion);
        Guard.that(c.appliesFrom().isAfter(cited), () -> Refusal.of(FundRefusals.RULES_TOO_EARLY)
                .with("appliesFrom", c.appliesFrom())
                .with("today", today)
                .with("cited", cited));
        return List.of(new FundRulesSet(
                fundCode,
                rulesVersion + 1,
                c.appliesFrom(),
                c.timeZone(),
                c.firstMonth(),
                c.categories(),
                threshold(c.leaderThreshold(), currency),
                threshold(c.approvalThreshold(), currency),
                c.returnsTo(),
                c.surplusTo(),
                c.lateReturnsTo(),
                c.noticeWorkingDays(),
                c.reviewsRequired(),
                c.categoryRules(),
                c.supervisionThresholds(),
                c.documentRef(),
                c.documentSha256()));
    }

    /** Notes that a year of the fund was opened. */
    public List<FundEvent> addYear(String code, int year) {
        checkLives(code);
        return List.of(new FundYearAdded(fundCode, year));
    }

    List<FundEvent> suspend(SuspendFund c) {
        checkLives(c.fundCode());
        Guard.that(!causes.contains(c.cause()), () -> Refusal.of(FundRefusals.CAUSE_EXISTS)
                .with("cause", c.cause()));
        return List.of(new FundSuspended(
                fundCode, c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    List<FundEvent> resume(ResumeFund c) {
        checkLives(c.fundCode());
        Guard.that(causes.contains(c.cause()), () -> Refusal.of(FundRefusals.UNKNOWN_CAUSE)
                .with("cause", c.cause()));
        Guard.that(!c.cause().startsWith(FINDING), () -> Refusal.of(FundRefusals.FINDING_NOT_LIFTED_HERE)
                .with("cause", c.cause()));
        return List.of(new FundResumed(
                fundCode, c.cause(), c.effectiveDate(), c.reason(), c.documentRef(), c.documentSha256()));
    }

    /** Closes the fund; {@code openYears} are those of its years that are not closed. */
    public List<FundEvent> close(CloseFund c, Set<Integer> openYears) {
        checkLives(c.fundCode());
        Guard.that(openYears.isEmpty(), () -> Refusal.of(FundRefusals.FUND_HAS_OPEN_YEARS)
                .with("years", openYears));
        return List.of(new FundClosed(fundCode, c.effectiveDate(), c.documentRef(), c.documentSha256()));
    }

    private static @Nullable BigDecimal threshold(@Nullable BigDecimal amount, String ofCurrency) {
        return amount == null ? null : Amounts.notNegative(amount, ofCurrency);
    }

    private void checkLives(String code) {
        Guard.that(id != null && fundCode.equals(code), () -> Refusal.of(FundRefusals.UNKNOWN_FUND)
                .with("fundCode", code));
        Guard.that(!closed, () -> Refusal.of(FundRefusals.FUND_CLOSED).with("fundCode", code));
    }

    @EventSourcingHandler
    void on(FundEstablished e) {
        id = TYPE.key(e.fundCode()).streamId();
        fundCode = e.fundCode();
        currency = e.currency();
    }

    @EventSourcingHandler
    void on(FundRulesSet e) {
        rulesVersion = e.version();
    }

    @EventSourcingHandler
    void on(FundSuspended e) {
        causes.add(e.cause());
    }

    @EventSourcingHandler
    void on(FundResumed e) {
        causes.remove(e.cause());
    }

    @EventSourcingHandler
    void on(FundClosed e) {
        closed = true;
    }
}
