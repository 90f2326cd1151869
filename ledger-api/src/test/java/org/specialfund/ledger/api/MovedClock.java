package org.specialfund.ledger.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that runs, and that a test sets: a year passes within a test. */
final class MovedClock extends Clock {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Clock system;
    private volatile Duration moved;

    private MovedClock(Clock system, Duration moved) {
        this.system = system;
        this.moved = moved;
    }

    /** A clock on which it is nine in the morning of a day. */
    static MovedClock at(String day) {
        MovedClock clock = new MovedClock(Clock.systemUTC(), Duration.ZERO);
        clock.set(day);
        return clock;
    }

    /** Moves on to nine in the morning of a day. */
    void set(String day) {
        Instant nine = LocalDate.parse(day).atTime(9, 0).atZone(OFFICE).toInstant();
        moved = Duration.between(system.instant(), nine);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(system.withZone(zone), moved);
    }
}
