package org.specialfund.ledger.api.importing;

import java.util.Arrays;
import java.util.Locale;

/** Where an import stands. The names are stored: frozen. */
public enum ImportState {
    /** To be rehearsed. */
    WAITING,
    REHEARSING,
    /** Waits for a second person. */
    REHEARSED,
    /** Nothing was or will be recorded; the failure says why. */
    FAILED,
    /** To be recorded. */
    CONFIRMED,
    RECORDING,
    RECORDED,
    DISCARDED;

    /** The stored name: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + word));
    }
}
