package org.specialfund.ledger.core.redflag.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one subject: a hit, nothing, or why it must not be used on it.
 *
 * @param hit null where the rule found nothing
 * @param notJudged why the rule does not judge this subject, a kebab-case word; null where it does
 */
public record Verdict(@Nullable Hit hit, @Nullable String notJudged) {

    private static final Verdict CLEAR = new Verdict(null, null);

    static Verdict clear() {
        return CLEAR;
    }

    static Verdict of(Hit hit) {
        return new Verdict(hit, null);
    }

    static Verdict notJudged(String why) {
        return new Verdict(null, why);
    }
}
