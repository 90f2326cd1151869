package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets projections rest after a small batch, so that the next is larger: a batch costs by itself. Nobody rests while
 * somebody waits for what they have not applied yet. Thread-safe.
 */
final class Pace {

    private int hurried;

    /** Somebody begins to wait. */
    synchronized void hurry() {
        hurried++;
        notifyAll();
    }

    /** Somebody waits no longer. */
    synchronized void hurryNoMore() {
        hurried--;
    }

    /** Whether somebody waits. */
    synchronized boolean isHurried() {
        return hurried > 0;
    }

    /** Rests that long at most. */
    synchronized void rest(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toNanos(); left > 0 && hurried == 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
