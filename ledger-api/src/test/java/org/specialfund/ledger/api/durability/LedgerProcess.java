package org.specialfund.ledger.api.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.LedgerApplication;

/** The application in a JVM of its own on a random port of loopback, everything it keeps below one folder. */
public final class LedgerProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("Tomcat started on port (\\d+)");

    private final Path folder;
    private final Path log;
    private final Process process;
    private @Nullable LedgerClient client;

    private LedgerProcess(Path folder, Path log, Process process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    /** Starts it without waiting for anything; {@code prefix} is a command that runs it. */
    static LedgerProcess launch(Path folder, List<String> prefix, List<String> jvm, String... options)
            throws IOException {
        Path log = Files.createTempFile(folder, "ledger-", ".log");
        List<String> line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Duser.home=" + home(folder)));
        line.addAll(jvm);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), LedgerApplication.class.getName()));
        line.addAll(
                List.of("--spring.profiles.active=demo", "--server.port=0", "--logging.structured.format.console="));
        // What a test counts is what it did: the rules look at events where it asks for that.
        line.add("--ledger.red-flags.follow=false");
        line.add("--ledger.data-dir=" + folder.resolve("data"));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new LedgerProcess(folder, log, process);
    }

    /** Starts it and waits until it is ready. */
    static LedgerProcess start(Path folder, String... options) throws IOException, InterruptedException {
        return start(folder, List.of(), options);
    }

    /** Starts it with options of the JVM, which come after our own, and waits until it is ready. */
    public static LedgerProcess start(Path folder, List<String> jvm, String... options)
            throws IOException, InterruptedException {
        LedgerProcess ledger = launch(folder, List.of(), jvm, options);
        try {
            ledger.awaitReady();
            return ledger;
        } catch (IOException | RuntimeException | Error e) {
            try (ledger) {
                throw e;
            }
        }
    }

    /** The home folder of whom it runs as. */
    static Path home(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("home"));
    }

    public LedgerClient client() {
        return Objects.requireNonNull(client, "not ready yet");
    }

    /** Waits until it answers that it can serve, PostgreSQL and projections included. */
    void awaitReady() throws IOException {
        awaiting(() -> port().isPresent());
        if (client == null) {
            client = new LedgerClient(port().orElseThrow());
        }
        awaiting(client::isReady);
    }

    private void awaiting(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(process.isAlive()).as("it ended: %s", said()).isTrue();
                    return condition.call();
                });
    }

    /** Memory of the JVM that was in main memory at once, at most so far, in KiB; Linux says so. */
    public long peakResidentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    Optional<Integer> port() throws IOException {
        Matcher matcher = LISTENS.matcher(said());
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    String said() throws IOException {
        // What a killed process wrote may end within a character.
        return new String(Files.readAllBytes(log), UTF_8);
    }

    /** SIGKILL; PostgreSQL goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** SIGKILL to PostgreSQL's first process and to all that it has started. */
    void killDatabase() throws IOException {
        ProcessHandle postmaster = postmaster().orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        assertThat(all).as("PostgreSQL's processes").hasSizeGreaterThan(3);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(note().get(0).strip()));
    }

    int databasePort() throws IOException {
        return Integer.parseInt(note().get(3).strip());
    }

    /** PostgreSQL's own note: process, folder, start, port, … */
    private List<String> note() throws IOException {
        return Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
    }

    /** A connection to its database, as the application's own user. */
    public Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** Of its database, with the application's own user and password. */
    public String jdbcUrl() throws IOException {
        String password = Files.readString(folder.resolve("data/postgres-password"));
        return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/ledger?user=ledger&password="
                + URLEncoder.encode(password.strip(), UTF_8);
    }

    /** SIGTERM: it ends its PostgreSQL, too; one that it left behind when it was killed is ended here. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (Files.exists(folder.resolve("data/postgres/postmaster.pid"))) {
            postmaster()
                    .filter(server -> server.info().command().orElse("").startsWith(folder.toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
