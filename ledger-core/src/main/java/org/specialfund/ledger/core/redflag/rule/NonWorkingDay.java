package org.specialfund.ledger.core.redflag.rule;

import org.jspecify.annotations.Nullable;

/**
 * A payment dated on a day on which offices and banks are closed.
 *
 * <p>Formula: the day of the payment is no working day of mainland China: a public holiday, or a weekend that is not
 * worked (调休).
 *
 * <p>Source: the office's supervision rules, "non-working day". Not to be used on a day of a year that the working
 * calendar does not know, on funds of another country's time zone, nor where dates are period ends by construction: a
 * quarter's last day is often a Sunday.
 */
public final class NonWorkingDay implements Rule<NonWorkingDay.Facts> {

    /**
     * A payment.
     *
     * @param workingDay whether its day is one; null where the calendar does not say
     */
    public record Facts(Payment payment, @Nullable Boolean workingDay, PeriodEnds dates) {}

    @Override
    public String name() {
        return "non-working-day";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.workingDay() == null) {
            return Verdict.notJudged("no-calendar");
        }
        if (facts.workingDay()) {
            return Verdict.clear();
        }
        if (facts.dates().byConstruction()) {
            return Verdict.notJudged(PeriodEnds.REASON);
        }
        return Verdict.of(Hit.on(facts.payment().entries())
                .with("effectiveDate", facts.payment().day())
                .with("amount", facts.payment().amount())
                .with("payee", facts.payment().payee()));
    }
}
