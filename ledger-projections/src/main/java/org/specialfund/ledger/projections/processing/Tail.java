package org.specialfund.ledger.projections.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, read and decoded once for all readers that are close to the head. Bounded. Thread-safe; while one
 * reader reads on, the others wait for what it reads.
 */
final class Tail {

    private static final int KEPT = 10_000;

    private final Function<Progress, List<RecordedEvent>> read;
    private final TreeMap<Long, RecordedEvent> events = new TreeMap<>();
    private Progress at;
    /** Nothing up to this position is kept. */
    private long from;

    /**
     * A tail of what comes after that position.
     *
     * @param read the next events after a progress, those that fill its gaps included
     */
    Tail(long position, Function<Progress, List<RecordedEvent>> read) {
        this.read = read;
        this.at = new Progress(position, new TreeMap<>());
        this.from = position;
    }

    /** Gaps up to this position are filled by what the reader finds itself. */
    synchronized long from() {
        return from;
    }

    /** The next events, those that fill later gaps included; null for a reader that is behind what is kept. */
    synchronized @Nullable List<RecordedEvent> next(Progress reader, int most) {
        if (reader.position() < from) {
            return null;
        }
        List<RecordedEvent> next = kept(reader, most);
        if (next.isEmpty()) {
            readOn();
            next = kept(reader, most);
        }
        return next;
    }

    private List<RecordedEvent> kept(Progress reader, int most) {
        List<RecordedEvent> kept = new ArrayList<>();
        for (long gap : reader.gaps().tailMap(from, false).keySet()) {
            RecordedEvent late = events.get(gap);
            if (late != null) {
                kept.add(late);
            }
        }
        for (RecordedEvent event : events.tailMap(reader.position(), false).values()) {
            if (kept.size() == most) {
                return kept;
            }
            kept.add(event);
        }
        return kept;
    }

    private void readOn() {
        List<RecordedEvent> read = this.read.apply(at);
        at = at.after(read);
        for (RecordedEvent event : read) {
            if (event.position() > from) {
                events.put(event.position(), event);
            }
        }
        while (events.size() > KEPT) {
            from = events.pollFirstEntry().getKey();
        }
    }
}
