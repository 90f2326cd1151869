package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Copies the data folder of a running ledger while it goes on working. The copy is a data folder again: to restore,
 * start a ledger on (a copy of) it. It holds everything committed before the call.
 *
 * <p>PostgreSQL's low-level base backup, since its archive on the class path has no {@code pg_basebackup}: between
 * {@code pg_backup_start} and {@code pg_backup_stop} the files may be copied in any order while they change, and the
 * write-ahead log of that time, which a replication slot keeps from being recycled, makes them whole.
 */
public final class Backup {

    /** Not part of a copy: rebuilt, or true of the running process only. */
    private static final Set<String> LEFT_OUT =
            Set.of("binaries", "ledger.lock", "postgres", "postgres.unfinished", "postgres-start.log");

    /** What PostgreSQL's documentation says to leave out; of these folders the folder itself is kept. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log");

    private static final Set<String> OF_THE_PROCESS = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private final Path source;
    private final Path target;

    private Backup(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Writes the copy to {@code target}, which must not exist yet and appears only once it is complete and on the disk.
     *
     * @throws EmbeddedPostgresException if no ledger runs on the data folder; then the folder itself can be copied
     */
    public static void take(Path dataFolder, Path target) throws IOException, SQLException {
        Path source = dataFolder.toRealPath();
        if (Files.exists(target)) {
            throw new EmbeddedPostgresException(target + " exists already; a backup wants a folder of its own.");
        }
        PostmasterFile server = PostmasterFile.read(source.resolve("postgres"))
                .filter(note -> note.programWithin(source.resolve("binaries")).isPresent())
                .orElseThrow(() -> new EmbeddedPostgresException(
                        "No ledger runs on " + source + "; while none does, a plain copy of the folder is a backup."));
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        String password = Files.readString(source.resolve("postgres-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            new Backup(source, unfinished).copy(connection);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy(Connection connection) throws IOException, SQLException {
        DataFolder.create(target);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    copyTree(file);
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            // Temporary: gone with the connection. It keeps every segment from here on.
            String slot = "ledger_backup_" + ProcessHandle.current().pid();
            statement.execute("select pg_create_physical_replication_slot('" + slot + "', true, true)");
            String first = ask(statement, "select pg_walfile_name(pg_backup_start('ledger', true))");
            copyTree(source.resolve("postgres"));
            String last = stop(statement);
            copySegments(first, last);
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return Objects.requireNonNull(result.getString(1));
        }
    }

    /** Ends the backup, writes its label into the copy, and returns the last segment that it needs. */
    private String stop(Statement statement) throws SQLException, IOException {
        String query = "select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)";
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            Path label = target.resolve("postgres").resolve("backup_label");
            Files.writeString(label, result.getString(2), StandardCharsets.UTF_8);
            DataFolder.toDisk(label);
            return Objects.requireNonNull(result.getString(1));
        }
    }

    private void copySegments(String first, String last) throws IOException {
        try (Stream<Path> segments = Files.list(source.resolve("postgres").resolve("pg_wal"))) {
            for (Path segment : (Iterable<Path>) segments::iterator) {
                String name = segment.getFileName().toString();
                boolean wanted =
                        name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (wanted) {
                    copyFile(segment);
                }
            }
        }
    }

    private void copyTree(Path top) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, inTarget(folder), StandardCopyOption.COPY_ATTRIBUTES);
                boolean emptied = source.resolve("postgres").equals(folder.getParent())
                        && EMPTIED.contains(folder.getFileName().toString());
                return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!OF_THE_PROCESS.contains(name) && !name.startsWith("pgsql_tmp")) {
                    copyFile(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return goneMeanwhile(file, e);
            }
        });
    }

    private void copyFile(Path file) throws IOException {
        Path copy = inTarget(file);
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            goneMeanwhile(file, e);
            return;
        }
        DataFolder.toDisk(copy);
    }

    /** A table may be dropped while its files are copied; the log knows. */
    private static FileVisitResult goneMeanwhile(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException && !Files.exists(file)) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private Path inTarget(Path path) {
        return target.resolve(source.relativize(path));
    }
}
