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
 * @param directory where results, logs and the server's data go
 */
record Settings(Set<String> only, int rounds, Duration turn, Path directory) {

    /** Of this JVM. */
    static Settings ofProperties() {
        String only = System.getProperty("bench.only", "").strip();
        return new Settings(
                only.isEmpty() ? Set.of() : Set.of(only.split(",")),
                Integer.getInteger("bench.rounds", 3),
                Duration.ofSeconds(Integer.getInteger("bench.seconds", 3)),
                Path.of(System.getProperty("bench.directory", "target/bench")).toAbsolutePath());
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.stream().anyMatch(scenario::startsWith);
    }
}
