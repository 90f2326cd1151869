package org.specialfund.ledger.core.redflag.rule;

import java.util.List;

/**
 * Somebody tried to pay or issue more than there was.
 *
 * <p>Formula: one or more attempts refused for money, with the code {@code exceeds-available} or {@code
 * exceeds-unallocated}.
 *
 * <p>Source: the office's supervision rules, "refused over-budget attempts".
 */
public final class OverBudgetAttempt implements Rule<OverBudgetAttempt.Facts> {

    /** The codes of refusals for money. */
    public static final List<String> CODES = List.of("exceeds-available", "exceeds-unallocated");

    /**
     * The refused attempts on one allocation or fund year.
     *
     * @param attempts refusals with one of the codes
     */
    public record Facts(List<Attempt> attempts) {

        /** Copies the attempts. */
        public Facts {
            attempts = List.copyOf(attempts);
        }
    }

    /** A refused attempt. */
    public record Attempt(String entry, String code, String command) {}

    @Override
    public String name() {
        return "over-budget-attempt";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Verdict judge(Facts facts) {
        List<Attempt> refused = facts.attempts().stream()
                .filter(attempt -> CODES.contains(attempt.code()))
                .toList();
        if (refused.isEmpty()) {
            return Verdict.clear();
        }
        return Verdict.of(Hit.on(refused.stream().map(Attempt::entry).toList())
                .with("attempts", refused.size())
                .with("code", refused.get(0).code())
                .with("command", refused.get(0).command()));
    }
}
