package org.specialfund.ledger.api.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this application and to one data folder, and is durable: what is committed
 * survives the death of either. Listens on loopback only, behind a password that only the folder's owner can read.
 *
 * <p>A server left behind by a killed application is ended before a new one starts; a server that dies is started again
 * on the same port, so that a connection pool recovers. Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** The database, and the user who owns it and nothing else. */
    private static final String LEDGER = "ledger";

    private static final String SUPERUSER = "postgres";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int ATTEMPTS_TO_FIND_A_PORT = 5;

    private final DataFolder folder;
    private final ServerProcess server;
    private final int port;
    private final String password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread guard = new Thread(this::restartWheneverItDies, "embedded-postgres");

    private EmbeddedPostgres(DataFolder folder, ServerProcess server, int port) throws IOException {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = folder.password();
    }

    /**
     * Starts the server of the given data folder, creating both where they do not exist. Takes some seconds the first
     * time, less than one later, longer after a crash with much to recover.
     *
     * @param port the port on loopback, or 0 for any free one
     * @throws EmbeddedPostgresException if it cannot run; the message says why
     */
    public static EmbeddedPostgres start(Path dataFolder, int port) {
        try {
            DataFolder folder = DataFolder.take(dataFolder);
            try {
                return start(folder, port);
            } catch (IOException | SQLException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL of " + dataFolder + " does not start", e);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, int port) throws IOException, SQLException {
        ServerProcess server = ServerProcess.prepare(folder);
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, server, startOn(port, server));
        try {
            postgres.createLedger();
        } catch (SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
        postgres.guard.setDaemon(true);
        postgres.guard.start();
        log.info("PostgreSQL serves {} on port {} of loopback", folder.path(), postgres.port);
        return postgres;
    }

    private static int startOn(int port, ServerProcess server) throws IOException {
        if (port != 0) {
            server.start(port);
            return port;
        }
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                server.start(free);
                return free;
            } catch (EmbeddedPostgresException e) {
                // Another program may have taken the port in the meantime.
                boolean taken = String.valueOf(e.getMessage()).contains("Address already in use");
                if (!taken || attempt == ATTEMPTS_TO_FIND_A_PORT) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void createLedger() throws SQLException {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
                statement.execute("create role ledger login password '" + password + "'");
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?")) {
                statement.execute("create database ledger owner ledger");
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, LEDGER);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private void restartWheneverItDies() {
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                restartIfDead();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restartIfDead() {
        try {
            if (closing.getCount() > 0 && !server.isRunning()) {
                log.warn("PostgreSQL has died; starting it again on port {}", port);
                server.start(port);
            }
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL could not be started again; trying on", e);
        }
    }

    /** Opens a connection with every right on the server, for creating databases and taking backups. */
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
    }

    /** Returns the URL of the ledger's database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(LEDGER);
    }

    /** Returns the URL of a database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Returns the user who owns the ledger's database and has no rights beyond. */
    public String username() {
        return LEDGER;
    }

    /** Returns the password of the folder's file. Never log it. */
    public String password() {
        return password;
    }

    /** Ends the server and gives the data folder up; connections still open are cut. */
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        try (folder) {
            server.stop();
            log.info("PostgreSQL of {} has stopped", folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
