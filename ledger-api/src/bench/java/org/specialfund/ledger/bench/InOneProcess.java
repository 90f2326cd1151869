package org.specialfund.ledger.bench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The hot paths, by JMH in a JVM of its own; its whole report lies in {@code jmh.txt}. */
final class InOneProcess implements Scenario {

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.endAll();
        bench.say("jmh: deciding, posting, serializing");
        Path report = bench.settings().directory().resolve("jmh.txt");
        Options options = new OptionsBuilder()
                .include(HotPaths.class.getName())
                .forks(1)
                .jvmArgsAppend("-Ddisable-axoniq-console-message=true")
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .output(report.toString())
                .build();
        return new Runner(options)
                .run().stream()
                        .sorted(Comparator.comparing(
                                result -> result.getParams().getBenchmark()))
                        .map(this::figure)
                        .toList();
    }

    private Figure figure(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String path = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return Figure.stated(
                name() + "." + path,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreUnit(),
                Map.of("error", String.valueOf(result.getPrimaryResult().getScoreError())));
    }
}
