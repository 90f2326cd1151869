package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All projections of the ledger: runs them, rebuilds them, tells how they are. Thread-safe. */
public final class Projections implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(10);

    private final Map<String, Projection> projections = new LinkedHashMap<>();
    private final Map<String, ProjectionRunner> runners = new LinkedHashMap<>();
    private final Pace pace = new Pace();
    private final ProgressTable progressTable;
    private final EventSource live;
    private final Rebuild rebuild;

    /**
     * Prepares, but does not start.
     *
     * @param transactions of the data source
     * @param live where new events come from
     * @param all where a rebuild reads all events
     */
    public Projections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventSource live,
            EventSource all,
            List<Projection> projections) {
        this(dataSource, transactions, live, all, projections, ProjectionRunner.Settings.USUAL);
    }

    Projections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventSource live,
            EventSource all,
            List<Projection> projections,
            ProjectionRunner.Settings settings) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        this.live = live;
        this.progressTable = new ProgressTable(jdbc);
        this.rebuild = new Rebuild(dataSource, transaction, all);
        for (Projection projection : projections) {
            this.projections.put(projection.name(), projection);
            runners.put(projection.name(), new ProjectionRunner(projection, live, jdbc, transaction, pace, settings));
        }
    }

    /** Starts a thread for each. */
    public void start() {
        runners.values().forEach(ProjectionRunner::start);
    }

    /** Lets the batches under way finish and ends the threads. */
    @Override
    public void close() throws InterruptedException {
        for (ProjectionRunner runner : runners.values()) {
            runner.close();
        }
    }

    /** How each is; asks the database. */
    public List<ProjectionStatus> status() {
        long head = live.head();
        return runners.entrySet().stream()
                .map(runner -> {
                    Progress progress = progressTable.read(runner.getKey());
                    return new ProjectionStatus(
                            runner.getKey(),
                            progress.position(),
                            progress.gaps().size(),
                            head,
                            runner.getValue().failure());
                })
                .toList();
    }

    /** The names of those that stand still; does not ask the database. */
    public List<String> standing() {
        return runners.entrySet().stream()
                .filter(runner -> runner.getValue().failure() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Waits until all have applied a position; false where they had not in time. */
    public boolean await(long position, Duration timeout) {
        pace.hurry();
        try {
            return covered(position, timeout);
        } finally {
            pace.hurryNoMore();
        }
    }

    private boolean covered(long position, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        for (Map.Entry<String, ProjectionRunner> runner : runners.entrySet()) {
            while (!runner.getValue().progress().covers(position)
                    && !progressTable.read(runner.getKey()).covers(position)) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return true;
    }

    /**
     * Computes a projection anew from all events while it goes on serving; returns when the new tables serve. Throws
     * {@link IllegalArgumentException} for an unknown name, {@link IllegalStateException} where a rebuild of it is under
     * way.
     */
    public void rebuild(String name) throws InterruptedException {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("no projection " + name);
        }
        rebuild.run(projection);
    }
}
