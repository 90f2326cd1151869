package org.specialfund.ledger.projections.processing;

import java.util.concurrent.TimeUnit;

/** Wakes those who wait for events when some were committed. Thread-safe. */
final class News {

    private long told;

    /** Says that there is something new. */
    synchronized void tell() {
        told++;
        notifyAll();
    }

    /** How often there was something new: what {@link #await} asks, taken before one has looked. */
    synchronized long told() {
        return told;
    }

    /** Waits until there was something new since, or for so long. */
    synchronized void await(long since, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (told == since && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }
}
