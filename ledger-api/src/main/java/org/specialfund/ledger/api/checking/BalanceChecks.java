package org.specialfund.ledger.api.checking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.projections.check.BalanceCheck;
import org.specialfund.ledger.projections.check.Checked;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs checks in the background, one at a time: every night, by one of the nodes, and when somebody asks. A difference
 * is an error in the log and in the metrics. Thread-safe.
 */
@Component
class BalanceChecks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceChecks.class);

    /** Nodes' clocks and time zones may differ a little; nights do not come that close. */
    private static final Duration SAME_NIGHT = Duration.ofHours(12);

    private final BalanceCheck check;
    private final CheckStore store;
    private final Clock clock;
    private final ZoneId zone;
    private final LocalTime nightly;
    private volatile @Nullable ScheduledExecutorService worker;

    BalanceChecks(
            BalanceCheck check,
            CheckStore store,
            Clock clock,
            @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone,
            @Value("${ledger.balance-check.at:02:30}") LocalTime nightly) {
        this.check = check;
        this.store = store;
        this.clock = clock;
        this.zone = zone;
        this.nightly = nightly;
    }

    /** Begins a check for a person; what it finds is in the {@link CheckStore}. */
    UUID begin(String person) {
        ScheduledExecutorService running = worker;
        if (running == null) {
            throw new RejectedExecutionException("the application stops");
        }
        UUID id = store.begin(person);
        running.execute(() -> run(id));
        return id;
    }

    private void run(UUID id) {
        try {
            Checked checked = check.run();
            store.ended(id, checked);
            if (checked.differences() > 0) {
                LOG.error(
                        "{} rows of balances differ from the events, the first: {}",
                        checked.differences(),
                        checked.first().get(0));
            }
        } catch (RuntimeException e) {
            LOG.error("The check of balances {} could not be done", id, e);
            store.failed(id, e.getClass().getSimpleName());
        }
    }

    private void tonight() {
        try {
            Optional<UUID> id = store.beginNightly(clock.instant().minus(SAME_NIGHT));
            id.ifPresent(this::run);
        } catch (RuntimeException e) {
            // The timer would never run again.
            LOG.error("The nightly check of balances could not be begun", e);
        }
    }

    /** The next time that it is that hour. */
    private Duration untilNight() {
        ZonedDateTime now = Instant.now(clock).atZone(zone);
        ZonedDateTime today = now.with(nightly);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "balance-check");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleAtFixedRate(
                this::tonight, untilNight().toSeconds(), Duration.ofDays(1).toSeconds(), TimeUnit.SECONDS);
        worker = started;
    }

    /** A check under way only reads: it is given up. */
    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
        worker = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
