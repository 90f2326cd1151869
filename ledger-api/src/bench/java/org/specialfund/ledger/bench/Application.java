package org.specialfund.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specialfund.ledger.api.LedgerApplication;

/** The application as it is deployed: its jar in a JVM of its own, with the memory settings of the container. */
final class Application implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

    private final Process process;
    private final Path log;

    private Application(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it on a database and waits for nothing; the heap is bounded as a container of 1 GB would. */
    static Application start(Settings settings, String url) throws IOException {
        Path log = settings.directory().resolve("application.log");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseParallelGC",
                "-Daxoniq.update-checker.disabled=true"));
        Path jar = Path.of(System.getProperty("bench.jar", ""));
        line.addAll(
                Files.isRegularFile(jar)
                        ? List.of("-jar", jar.toString())
                        : List.of("-cp", System.getProperty("java.class.path"), LedgerApplication.class.getName()));
        line.addAll(List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + url,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ledger.data-dir=" + settings.directory().resolve("data")));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Application(process, log);
    }

    /** Its port, once it listens. */
    int awaitPort() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        Optional<Integer> port = port();
        while (port.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("it did not start: " + log);
            }
            Thread.sleep(5);
            port = port();
        }
        return port.get();
    }

    private Optional<Integer> port() throws IOException {
        Matcher matcher = LISTENS.matcher(Files.readString(log));
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Lines of its log that say how long something took. */
    List<String> said() throws IOException {
        return Files.readAllLines(log);
    }

    /** Resident memory in MB, as Linux counts it. */
    double residentMegabytes() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        if (!matcher.find()) {
            throw new IllegalStateException("resident memory is not told");
        }
        return Long.parseLong(matcher.group(1)) / 1024.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
