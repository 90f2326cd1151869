package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.util.List;

/** Where recorded events come from. Thread-safe. */
public interface EventSource {

    /** Reads on from there: what lies after the position, and what fills a gap. */
    Reader open(Progress from);

    /** The event at a position, where there is one; throws where there is none, or it cannot be read. */
    RecordedEvent at(long position);

    /** The greatest position recorded; {@link Progress#BEFORE_ALL} where there is none. */
    long head();

    /** A reader of events, for one thread. */
    interface Reader extends AutoCloseable {

        /**
         * The next events, in the order in which they became visible; none where none came in time.
         *
         * @param most at least 1
         */
        List<RecordedEvent> next(int most, Duration wait) throws InterruptedException;

        @Override
        void close();
    }
}
