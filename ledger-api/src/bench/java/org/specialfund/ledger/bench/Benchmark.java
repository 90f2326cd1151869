package org.specialfund.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs the scenarios one after the other, prints a line for each figure and writes them as JSON. */
public final class Benchmark {

    private static final List<Scenario> SCENARIOS = List.of(
            InProcess.uniform(),
            InProcess.hot(),
            OverHttp.uniform(),
            OverHttp.hot(),
            new Bulk(),
            new Rebuilds(),
            new Depth(),
            new Deployed(),
            new Reads(),
            new InOneProcess());

    /** They take long, and run only where they are named. */
    private static final List<Scenario> ON_DEMAND = List.of(OverHttp.byTwo(), new LargestRebuild(), new Growth());

    private Benchmark() {}

    /** Settings are system properties; see docs/benchmarks.md. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.ofProperties();
        Files.createDirectories(settings.directory());
        List<Scenario> known =
                Stream.concat(SCENARIOS.stream(), ON_DEMAND.stream()).toList();
        List<Scenario> wanted = settings.only().isEmpty()
                ? SCENARIOS
                : known.stream()
                        .filter(scenario -> settings.wants(scenario.name()))
                        .toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no scenario " + settings.only() + " among "
                    + known.stream().map(Scenario::name).toList());
        }
        long start = System.nanoTime();
        List<Figure> figures = new ArrayList<>();
        try (Server server = Server.start(settings.directory());
                Bench bench = new Bench(settings, server)) {
            System.out.println(server.durability());
            System.out.println("name ours theirs ratio unit");
            for (Scenario scenario : wanted) {
                List<Figure> some = scenario.run(bench);
                some.forEach(figure -> System.out.println(figure.line()));
                figures.addAll(some);
                write(settings, figures);
            }
        }
        System.out.println("seconds " + (System.nanoTime() - start) / 1_000_000_000);
    }

    private static void write(Settings settings, List<Figure> figures) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", Instant.now().toString());
        json.put("java", System.getProperty("java.vm.version"));
        json.put("cores", Runtime.getRuntime().availableProcessors());
        json.put("figures", figures.stream().map(Figure::json).toList());
        Files.write(
                settings.directory().resolve("results.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(json));
    }
}
