package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final EventTable events;
    private final Rebuild rebuild;
    private final DeadLetterTable deadLetters;
    private final Retry retry;

    /**
     * Prepares, but does not start.
     *
     * @param transactions of the data source
     */
    public Projections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventTable events,
            List<Projection> projections) {
        this(dataSource, transactions, events, projections, ProjectionRunner.Settings.USUAL);
    }

    Projections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EventTable events,
            List<Projection> projections,
            ProjectionRunner.Settings settings) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.progressTable = new ProgressTable(jdbc);
        this.rebuild = new Rebuild(dataSource, transaction, events);
        this.deadLetters = new DeadLetterTable(jdbc);
        this.retry = new Retry(events, jdbc, transaction);
        for (Projection projection : projections) {
            this.projections.put(projection.name(), projection);
            runners.put(
                    projection.name(),
                    new ProjectionRunner(projection, events, jdbc, transaction, rebuild, pace, settings));
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
        long head = events.head();
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

    /** The names of all. */
    public Set<String> names() {
        return Set.copyOf(runners.keySet());
    }

    /** How many positions a projection is behind, as far as this node knows; one query. */
    public long lag(String name) {
        ProjectionRunner runner = runners.get(name);
        if (runner == null) {
            throw new IllegalArgumentException("no projection " + name);
        }
        return Math.max(0, events.head() - runner.progress().position());
    }

    /** The names of those that stand still; does not ask the database. */
    public List<String> standing() {
        return runners.entrySet().stream()
                .filter(runner -> runner.getValue().failure() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Waits until all have applied a position, and what is committed before it by now; false where they had not in
     * time.
     */
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
            while (!hasApplied(runner.getValue().progress(), position)
                    && !hasApplied(progressTable.read(runner.getKey()), position)) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return true;
    }

    /** A gap that was filled in the table, but not yet here, would be missing in an answer. */
    private boolean hasApplied(Progress progress, long position) {
        Set<Long> gaps = progress.gaps().headMap(position).keySet();
        return progress.covers(position) && (gaps.isEmpty() || !events.hasAny(gaps));
    }

    /** What projections have set aside, oldest first within each; {@value DeadLetterTable#MOST} of each at most. */
    public List<DeadLetter> deadLetters() {
        return projections.values().stream()
                .filter(Projection::setsAside)
                .flatMap(projection -> deadLetters.list(projection.name()).stream())
                .toList();
    }

    /**
     * Tries these dead letters again, given in order of position; an event whose predecessor in its stream still cannot
     * be taken goes on waiting. Answers how many were taken.
     */
    public int retry(List<DeadLetter> letters) {
        return projections.values().stream()
                .mapToInt(projection -> retry.run(
                        projection,
                        letters.stream()
                                .filter(letter -> letter.projection().equals(projection.name()))
                                .toList()))
                .sum();
    }

    /**
     * Computes a projection anew from all events while it goes on serving; returns when the new tables serve. Throws
     * {@link IllegalArgumentException} for an unknown name, {@link IllegalStateException} where another node rebuilds
     * it. Waits for another rebuild of this node.
     */
    public void rebuild(String name) throws InterruptedException {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("no projection " + name);
        }
        if (!rebuild.run(projection)) {
            throw new IllegalStateException("a rebuild of " + name + " is under way");
        }
    }
}
