package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Creates, starts and ends PostgreSQL on a data folder that this application holds. The server is detached by
 * {@code pg_ctl}: as a child in this process group it would take Ctrl-C for itself and be gone before the application.
 */
final class ServerProcess {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

    /** Recovery after a crash, or from a backup, reads up to {@code max_wal_size} and more. */
    private static final Duration START = Duration.ofMinutes(30);

    private static final Duration STOP = Duration.ofMinutes(1);
    private static final Duration CREATE = Duration.ofMinutes(5);
    private static final int LINES_SHOWN = 20;

    private final DataFolder folder;
    private final Path programs;
    private final RunAs runAs;

    private ServerProcess(DataFolder folder, Path programs, RunAs runAs) {
        this.folder = folder;
        this.programs = programs;
        this.runAs = runAs;
    }

    /** Makes the folder ready to start: ends what a killed application left running, creates what is missing. */
    static ServerProcess prepare(DataFolder folder) throws IOException {
        endLeftover(folder);
        Path programs = PostgresBinaries.unpackInto(folder.binaries()).resolve("bin");
        RunAs runAs = RunAs.find(programs.resolve("postgres"));
        runAs.own(folder.path(), false);
        runAs.own(folder.binaries(), true);
        ServerProcess server = new ServerProcess(folder, programs, runAs);
        if (!Files.exists(folder.cluster())) {
            server.createCluster();
        }
        // A restored copy has whatever owner and permissions its copying gave it; PostgreSQL insists on these.
        runAs.own(folder.cluster(), true);
        DataFolder.closeToOthers(folder.cluster());
        return server;
    }

    private static void endLeftover(DataFolder folder) throws IOException {
        Optional<PostmasterFile> note = PostmasterFile.read(folder.cluster());
        if (note.isEmpty()) {
            return;
        }
        Optional<Path> program = note.get().programWithin(folder.binaries());
        if (program.isPresent()) {
            log.warn(
                    "Ending the PostgreSQL that a killed ledger left behind (process {})",
                    note.get().process());
            Path programs = program.get().resolveSibling("");
            new ServerProcess(folder, programs, RunAs.find(program.get())).stop();
        }
    }

    private void createCluster() throws IOException {
        Path unfinished = folder.unfinishedCluster();
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        runAs.own(unfinished, false);
        Path password = folder.newPassword();
        runAs.own(password, false);
        // The built-in locale sorts the same on every machine and for ever, so no index breaks when the system is
        // updated.
        Command.Result result = runAs.command(
                        program("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions")
                .run(CREATE);
        if (!result.succeeded()) {
            throw new EmbeddedPostgresException(
                    "Creating the database in " + unfinished + " failed:\n" + result.output());
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws EmbeddedPostgresException if it does not; with the end of what it said
     */
    void start(int port) throws IOException {
        Optional<PostmasterFile> note = PostmasterFile.read(folder.cluster());
        if (note.isPresent() && note.get().isAnotherProcess(folder.binaries())) {
            // PostgreSQL would take that process for a server and refuse to start.
            Files.delete(PostmasterFile.in(folder.cluster()));
        }
        writeSettings(port);
        Files.deleteIfExists(folder.startLog());
        Command.Result result = runAs.command(
                        program("pg_ctl"),
                        "start",
                        "--silent",
                        "--wait",
                        "--timeout=" + START.toSeconds(),
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.startLog())
                .run(START.plusMinutes(1));
        if (!result.succeeded()) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL does not start on " + folder.cluster() + ":\n" + result.output() + lastWords());
        }
    }

    private void writeSettings(int port) throws IOException {
        try (InputStream in = ServerProcess.class.getResourceAsStream("postgresql.conf")) {
            String settings = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.cluster().resolve("postgresql.conf"), settings + "port = " + port + "\n");
        }
    }

    boolean isRunning() throws IOException {
        return PostmasterFile.read(folder.cluster())
                .flatMap(note -> note.programWithin(folder.binaries()))
                .isPresent();
    }

    /** Ends the server: what runs is rolled back, what is committed stays. Does nothing where none runs. */
    void stop() throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            if (!isRunning()) {
                return;
            }
            Command.Result result = runAs.command(
                            program("pg_ctl"),
                            "stop",
                            "--silent",
                            "--wait",
                            "--timeout=" + STOP.toSeconds(),
                            "--mode=" + mode,
                            "--pgdata=" + folder.cluster())
                    .run(STOP.plusSeconds(10));
            if (result.succeeded()) {
                return;
            }
            log.warn("PostgreSQL does not stop ({}): {}", mode, result.output());
        }
        throw new EmbeddedPostgresException("PostgreSQL on " + folder.cluster() + " does not stop; end it by hand.");
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private String lastWords() throws IOException {
        StringBuilder words = new StringBuilder(tail(folder.startLog()));
        Path logs = folder.cluster().resolve("log");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                Optional<Path> newest =
                        files.max(Comparator.comparingLong(file -> file.toFile().lastModified()));
                if (newest.isPresent()) {
                    words.append(tail(newest.get()));
                }
            }
        }
        return words.toString();
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())) + "\n";
    }
}
