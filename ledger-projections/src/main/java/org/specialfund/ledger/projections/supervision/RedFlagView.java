package org.specialfund.ledger.projections.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A red flag.
 *
 * @param position of the event that raised it
 * @param inputs the figures that the rule judged
 * @param thresholds that it judged them by
 * @param entries the events that it rests on, {@code stream@sequence}
 * @param state {@code raised}, {@code dismissed} or {@code converted}
 * @param endedBy opaque id of who dismissed or converted it; null while it stands
 * @param reason why it was dismissed; null where it was not
 * @param findingId the finding that it became; null where it did not
 */
public record RedFlagView(
        String flagId,
        long position,
        String rule,
        int version,
        String subject,
        @Nullable String fundCode,
        @Nullable Integer year,
        Map<String, String> inputs,
        Map<String, String> thresholds,
        List<String> entries,
        String state,
        Instant raisedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String reason,
        @Nullable String findingId) {

    /** Copies. */
    public RedFlagView {
        inputs = Map.copyOf(inputs);
        thresholds = Map.copyOf(thresholds);
        entries = List.copyOf(entries);
    }
}
