package org.specialfund.ledger.core.shared;

import java.util.Arrays;
import java.util.Locale;

/** What a person may do; one person may have several roles. */
public enum Role {
    PLANNER,
    EXPERT,
    LEADER,
    UNIT,
    CLERK,
    REVIEWER,
    APPROVER,
    TREASURY,
    INSPECTOR,
    AUDITOR,
    ADMINISTRATOR;

    /** The name used in metadata, tokens and URLs: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; throws {@link IllegalArgumentException} where there is none. */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + word));
    }
}
