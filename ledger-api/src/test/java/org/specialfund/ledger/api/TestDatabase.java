package org.specialfund.ledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.specialfund.ledger.api.embedded.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Fresh databases for tests, on one PostgreSQL a test JVM: the embedded one, as durable as in production, in a
 * temporary folder that goes when the JVM ends.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Returns the JDBC URL, with user and password, of a new empty database that nobody else uses. */
    public static String fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = Server.POSTGRES.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + Server.POSTGRES.username());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.jdbcUrl(name) + "?user=" + Server.POSTGRES.username() + "&password="
                + Server.POSTGRES.password();
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("ledger-test-");
                // Many applications at once, each with a pool of its own.
                Files.writeString(folder.resolve("postgresql.conf"), "max_connections = 300\n");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0);
                // After the applications have been closed, which wait for what they have under way.
                SpringApplication.getShutdownHandlers().add(() -> end(postgres, folder));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void end(EmbeddedPostgres postgres, Path folder) {
            postgres.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
