package org.specialfund.ledger.core.redflag.rule;

/**
 * Money went to somebody else than the unit that answers for it.
 *
 * <p>Formula: the payee is not the recipient of the allocation.
 *
 * <p>Source: the office's supervision rules, "payee mismatch". Not to be used where paying others is how the fund works,
 * as where the treasury pays suppliers directly: 20 of the fund year's payments or more are known, and more than half of
 * them went to others.
 */
public final class PayeeMismatch implements Rule<PayeeMismatch.Facts> {

    private static final long LEAST_PAYMENTS = 20;

    /**
     * A payment, and how its fund year pays.
     *
     * @param recipient of the allocation
     * @param payments of the fund year that were looked at
     * @param toOthers how many of them went to others than the recipient
     */
    public record Facts(Payment payment, String recipient, long payments, long toOthers) {}

    @Override
    public String name() {
        return "payee-mismatch";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.payment().payee().equals(facts.recipient())) {
            return Verdict.clear();
        }
        if (facts.payments() >= LEAST_PAYMENTS && facts.toOthers() * 2 > facts.payments()) {
            return Verdict.notJudged("paying-others-is-usual");
        }
        return Verdict.of(Hit.on(facts.payment().entries())
                .with("payee", facts.payment().payee())
                .with("recipient", facts.recipient())
                .with("amount", facts.payment().amount())
                .with("payments", facts.payments())
                .with("toOthers", facts.toOthers()));
    }
}
