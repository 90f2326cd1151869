package org.specialfund.ledger.api.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.refusal.Refusals;
import org.specialfund.ledger.projections.refusal.RefusedAttempt;
import org.springframework.stereotype.Component;

/**
 * Finds the attempts of a fund that were refused between its events. What was tried names a fund, an allocation, a
 * payment, a recovery or an entry; whose these are, the first event of their stream says. Thread-safe.
 */
@Component
class RefusedAround {

    /** So many attempts, of all funds together, are looked at for one page of steps. */
    static final int MOST_LOOKED_AT = 1_000;

    /** Stands for the step before the first. */
    static final long BEFORE_ALL = 0;

    private final Refusals refusals;
    private final EventTable events;

    /**
     * The fund's attempts by position.
     *
     * @param completeBefore of what lies at that position or later, not all was looked at; null where all was
     */
    record Found(
            NavigableMap<Long, RefusedAttempt> attempts,
            @Nullable Long completeBefore) {

        /** Those between two positions, these not included. */
        List<RefusedAttempt> between(long after, long before) {
            return after >= before
                    ? List.of()
                    : List.copyOf(attempts.subMap(after, false, before, false).values());
        }

        /** Whether there may be more than {@link #between} shows. */
        boolean cut(long before) {
            return completeBefore != null && completeBefore < before;
        }
    }

    RefusedAround(Refusals refusals, EventTable events) {
        this.refusals = refusals;
        this.events = events;
    }

    /**
     * Those after a step, or {@link #BEFORE_ALL}, and before another.
     *
     * @param first a step between the two: before a fund's first one, nothing could be tried but by its code
     */
    Found find(String fundCode, long after, long first, long before) {
        long unnamed = after == BEFORE_ALL ? first : after;
        List<RefusedAttempt> tried = refusals.between(fundCode, after, unnamed, before, MOST_LOOKED_AT);
        Set<String> streams = new HashSet<>();
        tried.forEach(attempt -> {
            String stream = stream(attempt.subject());
            if (stream != null && !attempt.subject().containsKey("fundCode")) {
                streams.add(stream);
            }
        });
        Map<String, String> funds = new HashMap<>();
        events.first(streams).forEach(begun -> {
            String fund = EventFields.text(begun.event(), "fundCode");
            if (fund != null) {
                funds.put(begun.stream(), fund);
            }
        });
        NavigableMap<Long, RefusedAttempt> own = new TreeMap<>();
        for (RefusedAttempt attempt : tried) {
            String named = attempt.subject().get("fundCode");
            String stream = stream(attempt.subject());
            if (fundCode.equals(named) || named == null && stream != null && fundCode.equals(funds.get(stream))) {
                own.put(attempt.position(), attempt);
            }
        }
        boolean all = tried.size() < MOST_LOOKED_AT;
        return new Found(own, all ? null : tried.get(tried.size() - 1).position());
    }

    /** The stream of what was tried, in lower case as its id; null where it is of no fund. */
    private static @Nullable String stream(Map<String, String> subject) {
        String entry = subject.get("entry");
        String recovery = subject.get("recoveryId");
        String reference = subject.get("reference");
        String allocation = subject.get("allocationNo");
        String stream = null;
        if (allocation != null) {
            stream = "allocation:" + allocation;
        } else if (reference != null) {
            stream = "disbursement:" + reference;
        } else if (recovery != null && recovery.contains(":")) {
            stream = "disbursement:" + recovery.substring(0, recovery.lastIndexOf(':'));
        } else if (entry != null && entry.contains("@")) {
            stream = entry.substring(0, entry.lastIndexOf('@'));
        }
        return stream == null ? null : stream.toLowerCase(Locale.ROOT);
    }
}
