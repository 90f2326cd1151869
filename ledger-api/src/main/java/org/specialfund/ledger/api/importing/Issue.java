package org.specialfund.ledger.api.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of an import that was not taken.
 *
 * @param seq its place: the line and problem for a malformed line, the row's place in the plan for a refused row
 * @param kind of the row; null for a malformed line
 * @param reference of the row; null for a malformed line
 * @param field of the profile; null for a refused row
 * @param figures of the refusal
 */
record Issue(
        long seq,
        long line,
        @Nullable String kind,
        @Nullable String reference,
        @Nullable String field,
        String code,
        Map<String, String> figures) {

    /** When an issue came up. The names are stored: frozen. */
    enum Phase {
        READING,
        REHEARSAL,
        RECORDING
    }
}
