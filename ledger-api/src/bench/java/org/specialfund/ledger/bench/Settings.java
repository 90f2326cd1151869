package org.specialfund.ledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How the benchmark runs, from system properties.
 *
 * @param only names of the scenarios to run, or how they begin; empty for all
 * @param rounds how often each side has its turn
 * @param turn how long a turn of unbounded work takes
 * @param scale of the scenarios with a fixed amount of work: 1 is 100,000 rows, 1 and 5 million events
 * @param directory where results, logs and the server's data go
 */
record Settings(Set<String> only, int rounds, Duration turn, double scale, Path directory) {

    /** Of this JVM. */
    static Settings ofProperties() {
        String only = System.getProperty("bench.only", "").strip();
        return new Settings(
                only.isEmpty() ? Set.of() : Set.of(only.split(",")),
                Integer.getInteger("bench.rounds", 3),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 3)),
                Double.parseDouble(System.getProperty("bench.scale", "1")),
                Path.of(System.getProperty("bench.directory", "target/bench")).toAbsolutePath());
    }

    /** An amount of work. */
    int scaled(int full) {
        return (int) Math.round(full * scale);
    }

    /** Whether it is named. */
    boolean wants(String scenario) {
        return only.stream().anyMatch(scenario::startsWith);
    }
}
