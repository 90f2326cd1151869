package org.specialfund.ledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** The plain SQL ledger that a good engineer would write: a database of its own, and a function for a payment. */
final class Rival implements AutoCloseable {

    /** One payment, as it comes. */
    static final String DISBURSE = "SELECT disburse(?, ?, ?, ?)";

    /** The same behind an advisory lock: what someone who knows PostgreSQL does about a row that all want. */
    static final String DISBURSE_QUEUED = "SELECT disburse_queued(?, ?, ?, ?)";

    private final String url;
    private final Connection connection;

    private Rival(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /** A database with funds and allocations; allocations of one fund are neighbours. */
    static Rival create(Server server) throws SQLException, IOException {
        String url = server.newDatabase("rival") + "&prepareThreshold=1";
        Rival rival = new Rival(url, DriverManager.getConnection(url));
        rival.execute(script("ledger.sql"));
        rival.execute("INSERT INTO fund SELECT f, 'fund ' || f, 1000000000000000 FROM generate_series(1, %d) f"
                .formatted(Payments.FUNDS));
        rival.execute("""
                INSERT INTO allocation (allocation_id, fund_id, purpose, amount)
                SELECT a, 1 + (a - 1) * %1$d / %2$d, 'purpose ' || a, 100000000000000 / %2$d * %1$d * 10
                FROM generate_series(1, %2$d) a""".formatted(Payments.FUNDS, Payments.ALLOCATIONS));
        rival.execute("VACUUM ANALYZE");
        return rival;
    }

    String url() {
        return url;
    }

    /** Pays by a prepared call of one of the functions; returns the payment's id. */
    static long pay(PreparedStatement statement, int allocation, long cents, String payee, String key)
            throws SQLException {
        statement.setLong(1, allocation);
        statement.setLong(2, cents);
        statement.setString(3, payee);
        statement.setString(4, key);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Rows that contradict each other: 0 in a ledger that is right. */
    void check() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(script("ledger_check.sql"))) {
            row.next();
            if (row.getLong(1) != 0) {
                throw new IllegalStateException("the rival's ledger is broken: " + row.getLong(1));
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String script(String name) throws IOException {
        try (InputStream in = Rival.class.getResourceAsStream("/rival/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
