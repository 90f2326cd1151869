package org.specialfund.ledger.api.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.store.CommandExecutor;
import org.specialfund.ledger.core.audit.process.WhenRectificationOverdueThenEscalate;
import org.specialfund.ledger.core.shared.Role;
import org.specialfund.ledger.projections.audit.FindingView;
import org.specialfund.ledger.projections.audit.Findings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks, at the start and again and again, for corrections that are overdue. Any number of nodes may do it at once: the
 * finding decides, and takes each due date once.
 */
@Component
class OverdueRectifications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueRectifications.class);

    /** How many are noted in one go; the others come in the next. */
    private static final int MOST = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Findings findings;
    private final CommandExecutor executor;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService timer;

    OverdueRectifications(
            Findings findings,
            CommandExecutor executor,
            Clock clock,
            @Value("${ledger.time-zone:Asia/Shanghai}") ZoneId zone,
            @Value("${ledger.audit.look-for-overdue-every:1h}") Duration every) {
        this.findings = findings;
        this.executor = executor;
        this.clock = clock;
        this.zone = zone;
        this.every = every;
    }

    /** Notes what is overdue by now. */
    void escalate() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (FindingView finding : findings.toEscalate(today, MOST)) {
            executor.execute(WhenRectificationOverdueThenEscalate.then(
                    finding.findingId(),
                    Objects.requireNonNull(finding.dueDate()),
                    Objects.requireNonNull(finding.orderedBy()),
                    Role.of(Objects.requireNonNull(finding.orderedAs()))));
        }
    }

    private void look() {
        try {
            escalate();
        } catch (RuntimeException e) {
            // The timer would never run again: it is looked for anew next time.
            LOG.error("Overdue corrections could not be noted; tried again in {}", every, e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "overdue-rectifications"));
        started.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
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
        return timer != null;
    }
}
