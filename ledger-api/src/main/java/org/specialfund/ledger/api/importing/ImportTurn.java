package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Lets one node at a time work on imports: a lock of a database session, gone when the node is. */
@Component
class ImportTurn {

    private static final long KEY = 0x1A9_0127_0001L;

    private final DataSource database;

    ImportTurn(DataSource database) {
        this.database = database;
    }

    /** What is done while it is this node's turn. */
    @FunctionalInterface
    interface Task {
        /** Does it. */
        void run() throws IOException;
    }

    /** Runs the task if no other node is at it; false where one is. */
    boolean take(Task task) throws IOException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            if (!ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
                return false;
            }
            try {
                task.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(" + KEY + ")");
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of imports failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
