package org.specialfund.ledger.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rebuild can be at best on one thread: a cursor over events of about 300 bytes in a table of its own, Jackson
 * into a record, a sum in a map, one COPY.
 */
final class Fold implements AutoCloseable {

    private record DisbursementMade(
            String disbursementId,
            String allocationId,
            String fundId,
            long amountMinor,
            String currency,
            String payee,
            String reference,
            String idempotencyKey,
            String approvedBy,
            String at) {}

    private static final class Balance {
        private long disbursed;
        private long count;
        private long last;
    }

    private static final ObjectReader READER = JsonMapper.shared().readerFor(DisbursementMade.class);

    private final Connection connection;

    private Fold(Connection connection) {
        this.connection = connection;
    }

    /** A database with so many events. */
    static Fold create(Server server, long events) throws SQLException, IOException {
        String url = server.newDatabase("fold");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(Rival.script("events.sql").replace(":n", Long.toString(events)));
            statement.execute("VACUUM ANALYZE");
        }
        // Binary from the first use on.
        Connection connection = DriverManager.getConnection(url + "&prepareThreshold=-1");
        connection.setAutoCommit(false);
        return new Fold(connection);
    }

    /** Events a second: read, decoded, folded and written. */
    double run() throws SQLException {
        long start = System.nanoTime();
        Map<String, Balance> balances = new HashMap<>();
        long events = 0;
        try (var statement = connection.prepareStatement(
                "SELECT global_index, aggregate_id, seq, event_type, payload FROM event_bytea ORDER BY global_index")) {
            statement.setFetchSize(1000);
            try (ResultSet row = statement.executeQuery()) {
                for (; row.next(); events++) {
                    fold(row, balances);
                }
            }
        }
        write(balances);
        connection.commit();
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static void fold(ResultSet row, Map<String, Balance> balances) throws SQLException {
        DisbursementMade event = READER.readValue(row.getBytes(5));
        Balance balance = balances.computeIfAbsent(event.allocationId(), key -> new Balance());
        balance.disbursed += event.amountMinor();
        balance.count++;
        balance.last = row.getLong(1);
    }

    private void write(Map<String, Balance> balances) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE projection");
        }
        StringBuilder rows = new StringBuilder();
        balances.forEach((allocation, balance) ->
                rows.append(allocation + '\t' + balance.disbursed + '\t' + balance.count + '\t' + balance.last + '\n'));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY projection FROM STDIN",
                            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
