package org.specialfund.ledger.projections.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Computes a projection anew from all events, into the schema {@code <name>_next}, while the old tables go on serving
 * and being kept up to date: in bulk first, then as events come. Then swaps the schemas in one transaction, progress
 * included. Where it fails or is killed the old tables stay, and it may begin again.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PAGE = 10_000;
    /** So many events may be left for the end, when the projection's readers and its runner are kept waiting. */
    private static final int FEW = 1_000;

    /** The SQL state of a lock that was not to be had in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int SWAP_ATTEMPTS = 100;
    private static final Duration SWAP_PAUSE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final EventTable source;
    private final ProgressTable progressTable;
    private final ReentrantLock turn = new ReentrantLock();

    Rebuild(DataSource dataSource, TransactionOperations transactions, EventTable source) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = transactions;
        this.source = source;
        this.progressTable = new ProgressTable(jdbc);
    }

    /**
     * Rebuilds, one projection after the other on this node, so that connections and memory are those of one; false
     * where a rebuild of this projection is under way on another.
     */
    boolean run(Projection projection) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return runAlone(projection);
        } finally {
            turn.unlock();
        }
    }

    private boolean runAlone(Projection projection) throws InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (!lock(connection, "SELECT pg_try_advisory_lock(hashtext('rebuild'), hashtext(?))", projection)) {
                return false;
            }
            try {
                rebuilt(projection);
                return true;
            } finally {
                lock(connection, "SELECT pg_advisory_unlock(hashtext('rebuild'), hashtext(?))", projection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the rebuild of " + projection.name(), e);
        }
    }

    private void rebuilt(Projection projection) throws InterruptedException {
        NextTables tables = new NextTables(jdbc, projection.name());
        String next = tables.schema();
        fill(projection, tables);
        Progress at = progressTable.read(next);
        int read;
        do {
            Progress from = at;
            at = follow(projection, next, from);
            read = (int) Math.min(Integer.MAX_VALUE, at.position() - from.position());
        } while (read > FEW);
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(status -> swap(projection, next));
                return;
            } catch (DataAccessException e) {
                if (attempt == SWAP_ATTEMPTS || !isReadByOthers(e)) {
                    throw e;
                }
                Thread.sleep(SWAP_PAUSE.toMillis());
                follow(projection, next, progressTable.read(next));
            }
        }
    }

    /** Where that fails the ordinary way begins at the first event: it finds the culprit, and knows what to do. */
    private void fill(Projection projection, NextTables tables) throws InterruptedException {
        try {
            new Fill(jdbc, transactions, source).run(tables, projection);
        } catch (RuntimeException e) {
            if (Applier.isOfTheDatabase(e)) {
                throw e;
            }
            LOG.warn("Rebuild of {}: cannot be filled in bulk", projection.name(), e);
            transactions.executeWithoutResult(status -> {
                tables.create(Set.of());
                tables.index(Set.of());
                progressTable.begin(tables.schema());
            });
        }
    }

    /** Applies all that there is, but for what the projection may set aside. */
    private Progress follow(Projection projection, String next, Progress from) throws InterruptedException {
        Applier applier = new Applier(projection, jdbc);
        Progress at = from;
        while (true) {
            try {
                return followed(applier, next, at);
            } catch (CulpritException e) {
                EventHeader event = e.header();
                if (event == null || !applier.maySetAside(e)) {
                    throw e;
                }
                Progress before = progressTable.read(next);
                at = before.past(List.of(event));
                Progress after = at;
                transactions.executeWithoutResult(status -> {
                    applier.setAside(next, event, e);
                    progressTable.advance(next, before, after);
                });
            }
        }
    }

    /** Applies all that there is, page by page, or to the first event that cannot be applied. */
    private Progress followed(Applier applier, String next, Progress from) throws InterruptedException {
        Progress at = from;
        EventTable.Reader reader = source.open(from);
        List<RecordedEvent> page = reader.next(PAGE, Duration.ZERO);
        while (!page.isEmpty()) {
            List<RecordedEvent> inOrder = page.stream()
                    .sorted(Comparator.comparingLong(RecordedEvent::position))
                    .toList();
            try {
                at = applied(applier, next, at, inOrder);
            } catch (RuntimeException e) {
                LOG.debug("Rebuild of {}: a page failed and is redone event by event", next, e);
                at = oneByOne(applier, next, at, inOrder);
            }
            page = reader.next(PAGE, Duration.ZERO);
        }
        return at;
    }

    private Progress applied(Applier applier, String next, Progress before, List<RecordedEvent> page) {
        Progress after = before.after(page);
        transactions.executeWithoutResult(status -> {
            applier.apply(next, page);
            progressTable.advance(next, before, after);
        });
        return after;
    }

    private Progress oneByOne(Applier applier, String next, Progress from, List<RecordedEvent> page) {
        Progress at = from;
        for (RecordedEvent event : page) {
            try {
                at = applied(applier, next, at, List.of(event));
            } catch (RuntimeException e) {
                throw new CulpritException(event.header(), e);
            }
        }
        return at;
    }

    private void swap(Projection projection, String next) {
        String name = projection.name();
        String old = name + "_old";
        // Readers and runners lock this table first: from here on nobody is between the old and the new.
        jdbc.execute("SET LOCAL lock_timeout = '1s'");
        jdbc.execute("LOCK TABLE %s.progress IN ACCESS EXCLUSIVE MODE".formatted(name));
        Progress live = progressTable.read(name);
        Progress at;
        try {
            at = follow(projection, next, progressTable.read(next));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (at.position() < live.position()) {
            throw new IllegalStateException("rebuilt up to " + at.position() + ", but live is at " + live.position());
        }
        jdbc.execute("ALTER SCHEMA %s RENAME TO %s".formatted(name, old));
        jdbc.execute("ALTER SCHEMA %s RENAME TO %s".formatted(next, name));
        jdbc.execute("DROP SCHEMA %s CASCADE".formatted(old));
    }

    /** A long export is reading the old tables. Spring has no exception of its own for that state. */
    private static boolean isReadByOthers(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }

    private static boolean lock(Connection connection, String sql, Projection projection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, projection.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
