package org.specialfund.ledger.core.redflag.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Money went to a bank account that was hardly known.
 *
 * <p>Formula: day of the payment − day on which the account was proposed ≤ 10 days.
 *
 * <p>Source: the office's supervision rules, "fresh account". Not to be used where dates are period ends by construction, nor on a
 * payment dated before its account was known: that is a record of the past.
 */
public final class FreshAccount implements Rule<FreshAccount.Facts> {

    private final Thresholds thresholds;

    /**
     * A payment to a registered account.
     *
     * @param accountEntry the event that proposed the account
     * @param knownSince the day of it in the fund's time zone
     */
    public record Facts(Payment payment, String accountEntry, LocalDate knownSince, PeriodEnds dates) {}

    /** Judges by those thresholds. */
    public FreshAccount(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "fresh-account";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        long days = ChronoUnit.DAYS.between(facts.knownSince(), facts.payment().day());
        if (days > thresholds.freshAccountDays()) {
            return Verdict.clear();
        }
        if (days < 0) {
            return Verdict.notJudged("dated-before-the-account");
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        return Verdict.of(Hit.on(Stream.concat(facts.payment().entries().stream(), Stream.of(facts.accountEntry()))
                        .toList())
                .with("amount", facts.payment().amount())
                .with("effectiveDate", facts.payment().day())
                .with("knownSince", facts.knownSince())
                .with("days", days)
                .against("days", thresholds.freshAccountDays()));
    }
}
