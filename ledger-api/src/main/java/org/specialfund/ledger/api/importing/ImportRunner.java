package org.specialfund.ledger.api.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.core.shared.Person;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works through imports in the background, one at a time, what is confirmed first. What was under way when the
 * application ended is taken up again when it starts.
 */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long RETRY_SECONDS = 30;
    private static final long CLEAN_HOURS = 1;
    private static final long LONGEST_STOP_SECONDS = 20;

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportWork work;
    private final ImportTurn turn;
    private final ImportCleaner cleaner;
    private final Map<UUID, Long> resting = new HashMap<>(); // of the one thread
    private volatile boolean stopping;
    private volatile boolean running;
    private volatile ScheduledExecutorService executor = newExecutor();

    ImportRunner(ImportStore store, ImportFiles files, ImportWork work, ImportTurn turn, ImportCleaner cleaner) {
        this.store = store;
        this.files = files;
        this.work = work;
        this.turn = turn;
        this.cleaner = cleaner;
    }

    /** Says that there may be something to do. */
    void wake() {
        wakeIn(0);
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUp() {
        wake();
        var unused = executor.scheduleWithFixedDelay(this::clean, 0, CLEAN_HOURS, TimeUnit.HOURS);
    }

    private void clean() {
        try {
            cleaner.clean();
        } catch (IOException | RuntimeException e) {
            LOG.error("Files of ended imports were not deleted; tried again in {} h", CLEAN_HOURS, e);
        }
    }

    private void wakeIn(long seconds) {
        try {
            var unused = executor.schedule(this::workThrough, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("Imports go on when the application starts again");
        }
    }

    private void workThrough() {
        try {
            boolean mine = turn.take(() -> {
                for (Optional<ImportJob> next = next(); next.isPresent() && !stopping; next = next()) {
                    workOrRest(next.get());
                }
            });
            if (!mine) {
                wakeIn(RETRY_SECONDS);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("Imports stopped and will be taken up again in {} s", RETRY_SECONDS, e);
            wakeIn(RETRY_SECONDS);
        }
    }

    /** One import that cannot go on now must not keep the others. */
    private void workOrRest(ImportJob job) {
        try {
            work(job);
            resting.remove(job.id());
        } catch (IOException | RuntimeException e) {
            if (stopping) {
                LOG.info("Import {} goes on when the application starts again", job.id());
            } else if (job.confirmer() == null) {
                LOG.error("Import {} could not be rehearsed", job.id(), e);
                store.fail(job.id(), "internal-error", "Something went wrong here; the log says what, by this id.");
            } else {
                LOG.error("Import {} stopped and will be taken up again in {} s", job.id(), RETRY_SECONDS, e);
                resting.put(job.id(), System.nanoTime() + TimeUnit.SECONDS.toNanos(RETRY_SECONDS));
                wakeIn(RETRY_SECONDS + 1);
            }
        }
    }

    private Optional<ImportJob> next() {
        List<ImportJob> jobs = store.inStates(List.of(ImportState.RECORDING, ImportState.CONFIRMED));
        if (jobs.isEmpty()) {
            jobs = store.inStates(List.of(ImportState.REHEARSING, ImportState.WAITING));
        }
        return jobs.stream()
                .filter(job -> files.isThere(job.id()) && !isResting(job))
                .findFirst();
    }

    private boolean isResting(ImportJob job) {
        Long until = resting.get(job.id());
        return until != null && System.nanoTime() - until < 0;
    }

    private void work(ImportJob job) throws IOException {
        Person confirmer = job.confirmer();
        if (confirmer == null) {
            if (job.state() == ImportState.REHEARSING
                    || store.move(job.id(), ImportState.WAITING, ImportState.REHEARSING)) {
                work.rehearse(job);
            }
        } else if (job.state() == ImportState.RECORDING
                || store.move(job.id(), ImportState.CONFIRMED, ImportState.RECORDING)) {
            work.record(job, confirmer);
        }
    }

    private static ScheduledExecutorService newExecutor() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "imports");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start() {
        if (stopping) { // started again
            executor = newExecutor();
            stopping = false;
            takeUp();
        }
        running = true;
    }

    @Override
    public void stop() {
        stopping = true;
        running = false;
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import did not stop in time; it will be taken up again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
