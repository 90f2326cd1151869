package org.specialfund.ledger.core.redflag.rule;

import org.jspecify.annotations.Nullable;

/**
 * The treasury paid in spite of a bar or suspension, and the approver accepted it.
 *
 * <p>Formula: the payment states why it is accepted in spite of one.
 *
 * <p>Source: the office's supervision rules, "payment against a bar". The stated reason is free text and stays in the event.
 */
public final class PaidAgainstBar implements Rule<PaidAgainstBar.Facts> {

    /**
     * A recorded payment.
     *
     * @param despite why it is accepted; null where nothing stood against it
     */
    public record Facts(Payment payment, @Nullable String despite) {}

    @Override
    public String name() {
        return "paid-against-bar";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.despite() == null) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.payment().entries())
                .with("amount", facts.payment().amount())
                .with("payee", facts.payment().payee())
                .with("effectiveDate", facts.payment().day()));
    }
}
