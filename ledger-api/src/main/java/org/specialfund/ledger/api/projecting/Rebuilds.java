package org.specialfund.ledger.api.projecting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Rebuilds projections in the background, one after the other. Thread-safe. */
@Component
class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    /**
     * The last rebuild of a projection, as far as this node knows.
     *
     * @param state {@code waiting} or {@code running}, {@code done} or {@code failed}
     */
    record LastRebuild(
            String state, Instant since, @Nullable String error) {

        boolean isUnderWay() {
            return state.equals("waiting") || state.equals("running");
        }
    }

    private final Projections projections;
    private final Clock clock;
    private final Map<String, LastRebuild> last = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rebuild");
        thread.setDaemon(true);
        return thread;
    });

    Rebuilds(Projections projections, Clock clock) {
        this.projections = projections;
        this.clock = clock;
    }

    @Nullable
    LastRebuild last(String name) {
        return last.get(name);
    }

    /** Begins a rebuild; false where one of this projection is under way on this node. */
    boolean begin(String name) {
        LastRebuild waiting = new LastRebuild("waiting", clock.instant(), null);
        LastRebuild now = last.compute(name, (key, before) -> before != null && before.isUnderWay() ? before : waiting);
        if (now != waiting) {
            return false;
        }
        worker.execute(() -> run(name));
        return true;
    }

    private void run(String name) {
        note(name, "running", null);
        try {
            projections.rebuild(name);
            note(name, "done", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            note(name, "failed", "interrupted");
        } catch (RuntimeException e) {
            LOG.error("Rebuild of {} failed; the old tables go on serving", name, e);
            note(name, "failed", e.getClass().getSimpleName());
        }
    }

    private void note(String name, String state, @Nullable String error) {
        last.put(name, new LastRebuild(state, clock.instant(), error));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
