package org.specialfund.ledger.api.redflag;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one rule did in a run.
 *
 * @param judged subjects
 * @param hits those that it hit
 * @param raised those of them that it had not raised before
 * @param notJudged subjects that the rule must not be used on, by why
 */
record RuleTally(long judged, long hits, long raised, Map<String, Long> notJudged) {

    static final RuleTally NONE = new RuleTally(0, 0, 0, Map.of());

    RuleTally with(Judgement judgement) {
        String why = judgement.verdict().notJudged();
        Map<String, Long> reasons = notJudged;
        if (why != null) {
            reasons = new TreeMap<>(notJudged);
            reasons.merge(why, 1L, Long::sum);
        }
        return new RuleTally(judged + 1, hits + (judgement.verdict().hit() == null ? 0 : 1), raised, reasons);
    }

    RuleTally plusRaised() {
        return new RuleTally(judged, hits, raised + 1, notJudged);
    }
}
