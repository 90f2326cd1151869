package org.specialfund.ledger.projections.processing;

import java.time.Duration;

/** Settings of a runner that make tests quick. */
final class Quick {

    static final ProjectionRunner.Settings SETTINGS = settings(Duration.ofMillis(40), 100_000);

    private Quick() {}

    static ProjectionRunner.Settings settings(Duration idle, long longHistory) {
        return new ProjectionRunner.Settings(
                100,
                Duration.ofMillis(50),
                Duration.ofMillis(10),
                idle,
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                longHistory);
    }
}
