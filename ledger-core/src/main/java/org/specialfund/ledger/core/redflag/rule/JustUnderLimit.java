package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;

/**
 * A payment just under the limit from which more people decide.
 *
 * <p>Formula: 90 % of the fund's limit for approval ≤ amount &lt; the limit. At the limit it is no longer under it.
 *
 * <p>Source: the office's supervision rules, "just under the limit". Not to be used where the fund's rules name no limit.
 */
public final class JustUnderLimit implements Rule<JustUnderLimit.Facts> {

    private final Thresholds thresholds;

    /**
     * A payment.
     *
     * @param limit of the rules in force on its day
     */
    public record Facts(Payment payment, BigDecimal limit) {}

    /** Judges by those thresholds. */
    public JustUnderLimit(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "just-under-limit";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        BigDecimal amount = facts.payment().amount();
        if (amount.compareTo(facts.limit().multiply(thresholds.underLimitShare())) < 0
                || amount.compareTo(facts.limit()) >= 0) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.payment().entries())
                .with("amount", amount)
                .against("limit", facts.limit())
                .against("share", thresholds.underLimitShare()));
    }
}
