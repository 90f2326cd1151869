package org.specialfund.ledger.core.redflag.rule;

import java.util.List;

/**
 * One person tried to take two parts in one decision.
 *
 * <p>Formula: an attempt was refused with the code {@code same-person} or {@code acted-in-it}.
 *
 * <p>Source: the office's supervision rules, "separation-of-duties near miss".
 */
public final class DutiesNearMiss implements Rule<DutiesNearMiss.Facts> {

    /** The codes of refusals of the rule that people are distinct. */
    public static final List<String> CODES = List.of("same-person", "acted-in-it");

    /** A refused attempt. */
    public record Facts(String entry, String code, String command) {}

    @Override
    public String name() {
        return "duties-near-miss";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        if (!CODES.contains(facts.code())) {
            return Verdict.clear();
        }
        return Verdict.of(
                Hit.on(List.of(facts.entry())).with("code", facts.code()).with("command", facts.command()));
    }
}
