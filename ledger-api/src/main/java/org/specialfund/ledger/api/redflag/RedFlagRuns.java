package org.specialfund.ledger.api.redflag;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the rules look at events as they come, and at the whole history on demand; one after the other on one thread a
 * node. Any number of nodes may do it at once. Thread-safe.
 */
@Component
class RedFlagRuns implements SmartLifecycle {

    /** Who raises what is found as events come: the ledger itself, under no person's name. */
    static final Person LEDGER = Person.of("ledger", Role.INSPECTOR);

    private static final Logger LOG = LoggerFactory.getLogger(RedFlagRuns.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * The last run on demand, as far as this node knows.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     * @param rules what each rule did, by name; empty while it runs
     */
    record LastRun(String state, Instant since, Map<String, RuleTally> rules) {

        /** Copies the map. */
        LastRun {
            rules = Map.copyOf(rules);
        }
    }

    private final RedFlagRun run;
    private final Clock clock;
    private final boolean follow;
    private final Duration every;
    private final AtomicReference<@Nullable LastRun> last = new AtomicReference<>();
    private volatile @Nullable ScheduledExecutorService worker;

    RedFlagRuns(
            RedFlagRun run,
            Clock clock,
            @Value("${ledger.red-flags.follow:true}") boolean follow,
            @Value("${ledger.red-flags.follow-every:5s}") Duration every) {
        this.run = run;
        this.clock = clock;
        this.follow = follow;
        this.every = every;
    }

    @Nullable
    LastRun last() {
        return last.get();
    }

    /** Begins a run over the whole history; false where one is under way on this node. */
    boolean begin(Person person) {
        LastRun running = new LastRun("running", clock.instant(), Map.of());
        LastRun now =
                last.updateAndGet(before -> before != null && before.state().equals("running") ? before : running);
        ScheduledExecutorService thread = worker;
        if (now != running || thread == null) {
            return false;
        }
        thread.execute(() -> runAll(person));
        return true;
    }

    private void runAll(Person person) {
        try {
            Map<String, RuleTally> tallies = run.all(person);
            last.set(new LastRun("done", clock.instant(), tallies));
        } catch (RuntimeException e) {
            LOG.error("The rules did not get through the history; what they raised stays raised", e);
            last.set(new LastRun("failed", clock.instant(), Map.of()));
        }
    }

    private void lookOn() {
        try {
            run.follow(LEDGER);
        } catch (RuntimeException e) {
            // The timer would never run again: the same events are judged anew next time.
            LOG.error("The rules could not judge new events; tried again in {}", every, e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "red-flags"));
        if (follow) {
            started.scheduleWithFixedDelay(this::lookOn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
        worker = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
        worker = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
