package org.specialfund.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.specialfund.ledger.api.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL on which both sides keep their data, as durable as in production. */
final class Server implements AutoCloseable {

    /** Room for a million events; beyond that the product's own settings. */
    private static final String SETTINGS = """
            max_connections = 200
            shared_buffers = 1GB
            max_wal_size = 8GB
            """;

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final ProcessHandle process;
    private final Map<String, String> databases = new HashMap<>();

    private Server(Path folder, EmbeddedPostgres postgres, ProcessHandle process) {
        this.folder = folder;
        this.postgres = postgres;
        this.process = process;
    }

    static Server start(Path directory) throws IOException {
        Path folder = Files.createTempDirectory(directory, "server-");
        Files.writeString(folder.resolve("postgresql.conf"), SETTINGS);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0);
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle process = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        return new Server(folder, postgres, process);
    }

    /** The JDBC URL, with user and password, of a new empty database, in place of an older one. */
    String newDatabase(String name) throws SQLException {
        return copy("template1", name);
    }

    /** The same of a copy of a database to which nobody is connected. */
    String copy(String database, String name) throws SQLException {
        asSuperuser("drop database if exists " + name + " with (force)");
        asSuperuser("create database " + name + " owner " + postgres.username() + " template " + database);
        String url = postgres.jdbcUrl(name) + "?user=" + postgres.username() + "&password=" + postgres.password();
        databases.put(name, url);
        return url;
    }

    void drop(String database) throws SQLException {
        asSuperuser("drop database " + database + " with (force)");
        databases.remove(database);
    }

    /**
     * Vacuums and analyzes all databases, as the server does by itself every minute, and writes what is in memory: so
     * that no side pays for what was left before, or for when its minute comes.
     */
    void settle() throws SQLException {
        for (String url : databases.values()) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
        asSuperuser("checkpoint");
    }

    /** The settings that matter, as the server says they are. */
    String durability() throws SQLException {
        try (Connection connection = postgres.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version(), string_agg(name || '=' || setting, ' '"
                        + " order by name) from pg_settings where name in ('fsync', 'synchronous_commit',"
                        + " 'full_page_writes', 'shared_buffers', 'max_wal_size')")) {
            row.next();
            return row.getString(1).split(",")[0] + ": " + row.getString(2);
        }
    }

    /** CPU time of all processes of the server that live. */
    Duration cpu() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = postgres.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
