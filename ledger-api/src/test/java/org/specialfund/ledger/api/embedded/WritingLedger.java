package org.specialfund.ledger.api.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A process to kill: starts the embedded server and commits row after row, saying each number once it is committed. */
final class WritingLedger {

    private WritingLedger() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), 0);
                Connection connection = connect(postgres)) {
            createTable(connection);
            for (int i = 1; ; i++) {
                insert(connection, i);
                System.out.println("committed " + i);
            }
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table row (number int primary key)");
        }
    }

    static void insert(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into row values (" + number + ")");
        }
    }

    /** Returns how many of the numbers 1 … {@code last} are stored. */
    static int count(Connection connection, int last) throws SQLException {
        return Integer.parseInt(ask(connection, "select count(*) from row where number between 1 and " + last));
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
