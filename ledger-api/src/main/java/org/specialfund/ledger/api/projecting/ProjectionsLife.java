package org.specialfund.ledger.api.projecting;

import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the projections once gates are checked, and ends them before the event store and the pool close. */
@Component
class ProjectionsLife implements SmartLifecycle {

    private final Projections projections;
    private volatile boolean running;

    ProjectionsLife(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void start() {
        projections.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            projections.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
