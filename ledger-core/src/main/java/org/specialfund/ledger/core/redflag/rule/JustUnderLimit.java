package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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
     * @param limit of the rules in force on its day; null where they name none
     */
    public record Facts(Payment payment, @Nullable BigDecimal limit) {}

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
        BigDecimal limit = facts.limit();
        if (limit == null) {
            return Verdict.notJudged("no-limit");
        }
        if (amount.compareTo(limit.multiply(thresholds.underLimitShare())) < 0 || amount.compareTo(limit) >= 0) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.payment().entries())
                .with("amount", amount)
                .against("limit", limit)
                .against("share", thresholds.underLimitShare()));
    }
}
