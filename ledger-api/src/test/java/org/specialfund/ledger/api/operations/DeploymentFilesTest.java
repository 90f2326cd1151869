package org.specialfund.ledger.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.HttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files below {@code docker}, as far as they can be checked without a container engine. */
class DeploymentFilesTest extends HttpTest {

    private static final Path DOCKER = Path.of("..", "docker");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:http|hikaricp|jvm|process|disk|ledger)_[a-z_]+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    @Test
    void everyYamlAndJsonFileCanBeRead() throws IOException {
        for (Path file : files(".yaml", ".yml", ".json")) {
            JsonNode read = YAMLMapper.shared().readTree(file);
            assertThat(read.isObject()).as(file.toString()).isTrue();
        }
    }

    @Test
    void composeMountsOnlyWhatIsThereAndListensOnThisMachineOnly() throws IOException {
        for (JsonNode service : compose().get("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asString().split(":", 2)[0];
                boolean there = source.startsWith(".")
                        ? Files.exists(DOCKER.resolve(source))
                        : compose().get("volumes").has(source);
                assertThat(there).as(source).isTrue();
            }
            for (JsonNode port : service.path("ports")) {
                assertThat(port.asString()).startsWith("127.0.0.1:");
            }
        }
    }

    @Test
    void everyVariableOfComposeIsInTheExampleWithoutAValue() throws IOException {
        Set<String> wanted = VARIABLE.matcher(Files.readString(DOCKER.resolve("compose.yaml")))
                .results()
                .map(match -> match.group(1) + "=")
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> offered;
        try (Stream<String> lines = Files.lines(DOCKER.resolve(".env.example"))) {
            offered = lines.filter(line -> !line.startsWith("#")).toList();
        }
        assertThat(offered).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void dashboardAndAlertsUseOnlyFiguresThatTheLedgerGives() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files("ledger.json", "rules.yml")) {
            FIGURE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group()));
        }
        assertThat(used).hasSizeGreaterThan(8);
        // The figure of pauses begins with the first one.
        System.gc();
        await().untilAsserted(() -> {
            String given = send(as("auditor", "/actuator/prometheus")).body();
            assertThat(used).allSatisfy(figure -> assertThat(given).containsPattern("(?m)^" + figure + "[{ ]"));
        });
    }

    private static JsonNode compose() {
        return YAMLMapper.shared().readTree(DOCKER.resolve("compose.yaml"));
    }

    private static List<Path> files(String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(DOCKER)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
