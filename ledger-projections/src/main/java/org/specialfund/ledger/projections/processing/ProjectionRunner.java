package org.specialfund.ledger.projections.processing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.projections.processing.ProjectionStatus.Failure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps one projection up to date on a thread of its own. Tables and progress commit together. Where several nodes run
 * it, the row lock on the progress lets one of them apply a batch; the others see that the progress has moved and read
 * on from there. A rebuild moves it in the same way.
 */
final class ProjectionRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int LONGEST_ERROR = 500;
    /** So many events of which none is wanted are gone past at once. */
    private static final int MOST_UNWANTED = 10_000;

    private final Projection projection;
    private final Applier applier;
    private final EventTable source;
    private final ProgressTable progressTable;
    private final TransactionOperations transactions;
    private final Rebuild rebuild;
    private final Pace pace;
    private final Settings settings;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;
    private volatile boolean rebuilding;
    private volatile Progress progress = Progress.none();
    private volatile @Nullable Failure failure;

    /**
     * Waits and sizes.
     *
     * @param idle for so long events of which none is wanted are collected; the position in the tables stays behind by
     *     them, unless somebody waits for it
     * @param longHistory from that many positions on, a projection that has none of them begins with a rebuild
     */
    record Settings(
            int batch,
            Duration patience,
            Duration rest,
            Duration idle,
            Duration shortestPause,
            Duration longestPause,
            long longHistory) {

        static final Settings USUAL = new Settings(
                2_000,
                Duration.ofMillis(500),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                100_000);
    }

    ProjectionRunner(
            Projection projection,
            EventTable source,
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            Rebuild rebuild,
            Pace pace,
            Settings settings) {
        this.projection = projection;
        this.applier = new Applier(projection, jdbc);
        this.source = source;
        this.progressTable = new ProgressTable(jdbc);
        this.transactions = transactions;
        this.rebuild = rebuild;
        this.pace = pace;
        this.settings = settings;
    }

    /** Starts a thread; again after it was ended. */
    synchronized void start() {
        stopping = new CountDownLatch(1);
        Thread started = new Thread(this::run, "projection-" + projection.name());
        started.start();
        thread = started;
    }

    /** The last progress that this node knows of. */
    Progress progress() {
        return progress;
    }

    /** Why it stands still; null while it works. */
    @Nullable
    Failure failure() {
        return failure;
    }

    /** Lets the batch under way finish and ends the thread; a rebuild is given up. */
    @Override
    public synchronized void close() throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            if (rebuilding) {
                thread.interrupt();
            }
            thread.join();
        }
    }

    private void run() {
        Duration pause = settings.shortestPause();
        try {
            while (!stopped()) {
                try {
                    followOrSetAside();
                    pause = settings.shortestPause();
                } catch (RuntimeException e) {
                    stands(e);
                    if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(settings.longestPause()) < 0 ? longer : settings.longestPause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows until there is a culprit that may be set aside: then progress goes past that, too. */
    private void followOrSetAside() throws InterruptedException {
        try {
            follow();
        } catch (CulpritException e) {
            EventHeader event = e.header();
            if (event == null || !applier.maySetAside(e)) {
                throw e;
            }
            LOG.error("Projection {} sets the event at {} aside", projection.name(), event.position(), e);
            move(from -> from.past(List.of(event)), () -> applier.setAside(projection.name(), event, e));
        }
    }

    /** Applies batch after batch until it is stopped or somebody else has moved the progress. */
    private void follow() throws InterruptedException {
        progress = progressTable.read(projection.name());
        if (progress.position() == Progress.BEFORE_ALL && source.head() >= settings.longHistory()) {
            rebuild();
        }
        EventTable.Reader reader = source.open(progress);
        while (!stopped()) {
            List<RecordedEvent> batch = next(reader);
            boolean ours =
                    batch.isEmpty() ? progressTable.read(projection.name()).equals(progress) : applied(batch);
            if (!ours) {
                return;
            }
            failure = null;
            if (!batch.isEmpty() && batch.size() < settings.batch()) {
                pace.rest(settings.rest());
            }
        }
    }

    /** The next events; where none of them is wanted, with those that come soon after them. */
    private List<RecordedEvent> next(EventTable.Reader reader) throws InterruptedException {
        List<RecordedEvent> events = reader.next(settings.batch(), settings.patience());
        if (events.isEmpty() || applier.wantsAny(events)) {
            return events;
        }
        List<RecordedEvent> all = new ArrayList<>(events);
        long end = System.nanoTime() + settings.idle().toNanos();
        boolean wanted = false;
        while (!wanted
                && all.size() < MOST_UNWANTED
                && System.nanoTime() - end < 0
                && !pace.isHurried()
                && !stopped()) {
            pace.rest(settings.rest());
            try {
                List<RecordedEvent> more = reader.next(settings.batch(), Duration.ZERO);
                wanted = applier.wantsAny(more);
                all.addAll(more);
            } catch (CulpritException e) {
                return all; // the reader comes to the same event again, when these are done
            }
        }
        return all;
    }

    /** Where it fails, or another node is at it, the ordinary way goes on to the event that is to blame. */
    private void rebuild() throws InterruptedException {
        rebuilding = true;
        try {
            if (!stopped() && rebuild.run(projection)) {
                progress = progressTable.read(projection.name());
            }
        } catch (RuntimeException e) {
            LOG.warn("Projection {} cannot begin with a rebuild", projection.name(), e);
        } finally {
            rebuilding = false;
        }
    }

    /** Applies a batch whole; where that fails, event by event, to commit what can be and find the culprit. */
    private boolean applied(List<RecordedEvent> batch) {
        List<RecordedEvent> inOrder = batch.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
        try {
            return commit(inOrder);
        } catch (RuntimeException e) {
            LOG.debug("Projection {}: a batch failed and is redone event by event", projection.name(), e);
        }
        for (RecordedEvent event : inOrder) {
            try {
                if (!commit(List.of(event))) {
                    return false;
                }
            } catch (RuntimeException e) {
                throw new CulpritException(event.header(), e);
            }
        }
        return true;
    }

    private boolean commit(List<RecordedEvent> batch) {
        return move(from -> from.after(batch), () -> applier.apply(projection.name(), batch));
    }

    /** False where somebody else has moved the progress since: then nothing was done. */
    private boolean move(UnaryOperator<Progress> step, Runnable work) {
        Optional<Progress> moved = Objects.requireNonNull(transactions.execute(status -> {
            Progress from = progressTable.lock(projection.name());
            if (!from.equals(progress)) {
                return Optional.<Progress>empty();
            }
            Progress to = step.apply(from);
            work.run();
            progressTable.advance(projection.name(), from, to);
            return Optional.of(to);
        }));
        moved.ifPresent(to -> progress = to);
        return moved.isPresent();
    }

    private void stands(RuntimeException e) {
        CulpritException culprit = e instanceof CulpritException c ? c : null;
        String error = culprit == null ? CulpritException.error(e) : culprit.error();
        Failure known = failure;
        Failure met = new Failure(
                culprit == null ? null : culprit.position(),
                culprit == null ? null : culprit.type(),
                error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
                known == null ? Instant.now() : known.since());
        if (!met.equals(known)) {
            LOG.error("Projection {} stands still at {}", projection.name(), met, e);
        }
        failure = met;
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }
}
