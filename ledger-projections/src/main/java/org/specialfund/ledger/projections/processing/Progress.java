package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far a projection has got. Immutable.
 *
 * @param position the greatest position applied
 * @param gaps lower positions that were not seen yet, each with the recorded time of the event that revealed it: a
 *     transaction that is slow to commit may still fill it, one that was rolled back never does
 */
public record Progress(long position, NavigableMap<Long, Instant> gaps) {

    /** Less than any position. */
    public static final long BEFORE_ALL = -1;

    /** The store counts from here. */
    static final long FIRST = 1;

    /** A gap is given up after that much recorded time; the database ends transactions long before. */
    static final Duration GAP_AGE = Duration.ofMinutes(2);

    /** Of a larger hole only the end is watched: no transaction appends that many events. */
    static final int WIDEST_GAP = 10_000;

    /** Copies the gaps. */
    public Progress {
        gaps = Collections.unmodifiableNavigableMap(new TreeMap<>(gaps));
    }

    /** Nothing applied yet. */
    public static Progress none() {
        return new Progress(BEFORE_ALL, Collections.emptyNavigableMap());
    }

    /** Whether the event of that position was applied. True for a gap that was given up. */
    public boolean covers(long wanted) {
        return position >= wanted && !gaps.containsKey(wanted);
    }

    /**
     * The progress after events, in order of position. Throws {@link IllegalStateException} for one that is neither
     * after the position nor fills a gap: it was applied before.
     */
    Progress after(List<RecordedEvent> events) {
        return past(events.stream().map(RecordedEvent::header).toList());
    }

    /** The same for events that may be unreadable. */
    Progress past(List<EventHeader> events) {
        Steps steps = new Steps(this);
        events.forEach(event -> steps.past(event.position(), event.recordedAt()));
        return steps.end();
    }

    /** Goes past one event after the other. Not thread-safe. */
    static final class Steps {

        private final TreeMap<Long, Instant> open;
        private long last;
        private Instant newest = Instant.MIN;

        Steps(Progress from) {
            this.open = new TreeMap<>(from.gaps);
            this.last = from.position;
        }

        /** Goes past an event; in order of position. */
        void past(long position, Instant exactlyRecordedAt) {
            Instant recordedAt = exactlyRecordedAt.truncatedTo(ChronoUnit.MICROS);
            newest = recordedAt.isAfter(newest) ? recordedAt : newest;
            if (position > last) {
                for (long gap = Math.max(Math.max(last + 1, FIRST), position - WIDEST_GAP); gap < position; gap++) {
                    open.put(gap, recordedAt);
                }
                last = position;
            } else if (open.remove(position) == null) {
                throw new IllegalStateException("position " + position + " is neither after " + last
                        + " nor an open gap: it was applied before, or committed more than "
                        + GAP_AGE.toSeconds() + " s late");
            }
        }

        /** Where that leads; gaps that are too old are given up. */
        Progress end() {
            if (newest.isAfter(Instant.MIN)) {
                Instant oldest = newest.minus(GAP_AGE);
                open.values().removeIf(revealed -> revealed.isBefore(oldest));
            }
            return new Progress(last, open);
        }
    }
}
