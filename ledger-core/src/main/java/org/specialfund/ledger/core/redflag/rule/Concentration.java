package org.specialfund.ledger.core.redflag.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * One payee has too much of a fund year's payments.
 *
 * <p>Formula: paid to the top payee ÷ paid to all &gt; 25 %.
 *
 * <p>Source: the office's supervision rules, "concentration". Not to be used on fewer than five payees: one of four always has a quarter.
 */
public final class Concentration implements Rule<Concentration.Facts> {

    private static final int LEAST_PAYEES = 5;

    private final Thresholds thresholds;

    /**
     * A fund year.
     *
     * @param entries payments to the top payee, the largest first
     */
    public record Facts(List<String> entries, String topPayee, BigDecimal toTop, BigDecimal toAll, int payees) {

        /** Copies the entries. */
        public Facts {
            entries = List.copyOf(entries);
        }
    }

    /** Judges by those thresholds. */
    public Concentration(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "concentration";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (facts.payees() < LEAST_PAYEES) {
            return Verdict.notJudged("fewer-than-five-payees");
        }
        if (!Shares.isAbove(facts.toTop(), facts.toAll(), thresholds.topPayeeShare())) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(facts.entries())
                .with("topPayee", facts.topPayee())
                .with("toTop", facts.toTop())
                .with("toAll", facts.toAll())
                .with("payees", facts.payees())
                .with("share", Shares.shown(facts.toTop(), facts.toAll()))
                .against("share", thresholds.topPayeeShare()));
    }
}
