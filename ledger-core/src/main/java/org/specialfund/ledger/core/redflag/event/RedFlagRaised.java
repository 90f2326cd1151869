package org.specialfund.ledger.core.redflag.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A supervision rule hit.
 *
 * @param rule kebab-case
 * @param version of the rule
 * @param subject what the rule looked at: an allocation, a payment, a fund year …
 * @param fundCode whose money it is about; null where it is of several funds, or of none
 * @param year of that fund; null where it is of several, or of none
 * @param inputs the figures that the rule judged, by name, as plain text
 * @param thresholds that it judged them by
 * @param entries the events that it rests on, {@code stream@sequence}
 */
@EventType("red-flag.raised")
public record RedFlagRaised(
        String flagId,
        String rule,
        int version,
        String subject,
        @Nullable String fundCode,
        @Nullable Integer year,
        Map<String, String> inputs,
        Map<String, String> thresholds,
        List<String> entries)
        implements RedFlagEvent {

    /** Sorts and copies. */
    public RedFlagRaised {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
        entries = List.copyOf(entries);
    }
}
