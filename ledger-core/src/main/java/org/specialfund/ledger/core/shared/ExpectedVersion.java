package org.specialfund.ledger.core.shared;

import org.jspecify.annotations.Nullable;

/** What two people may edit at once: whoever has seen an older version than the one in force changes nothing unseen. */
public final class ExpectedVersion {

    private ExpectedVersion() {}

    /** Refuses where another version than the expected one is in force; null expects none in particular. */
    public static void check(@Nullable Integer expected, int current) {
        Guard.that(expected == null || expected == current, () -> Refusal.of(CommonRefusals.CHANGED_MEANWHILE)
                .with("expected", String.valueOf(expected))
                .with("current", current));
    }
}
