package org.specialfund.ledger.api.redflag;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.redflag.rule.Rule;
import org.specialfund.ledger.core.redflag.rule.Verdict;

/** What a rule said of one subject. */
record Judgement(
        String rule,
        int version,
        String subject,
        @Nullable String fundCode,
        @Nullable Integer year,
        Verdict verdict) {

    static <F> Judgement of(Rule<F> rule, String subject, @Nullable String fundCode, @Nullable Integer year, F facts) {
        return new Judgement(rule.name(), rule.version(), subject, fundCode, year, rule.judge(facts));
    }

    /** The same, of a subject that the hit itself names. */
    static <F> Judgement ofFirst(Rule<F> rule, String fundCode, int year, String otherwise, F facts) {
        Verdict verdict = rule.judge(facts);
        String subject =
                verdict.hit() == null ? otherwise : verdict.hit().inputs().getOrDefault("firstPayment", otherwise);
        return new Judgement(rule.name(), rule.version(), subject, fundCode, year, verdict);
    }
}
