package org.specialfund.ledger.api.store;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes snapshots beside the commands, on one thread. An aggregate waits at most once, so that the queue is bounded by
 * the aggregates in use. Closing waits for what is under way, while the data source is still open; what comes after is
 * dropped, for a snapshot is made again later.
 */
final class DrainedExecutor implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DrainedExecutor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ThreadPoolExecutor executor;

    DrainedExecutor(String name) {
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("snapshots were still being made after {}; they will be made again", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
