package org.specialfund.ledger.api.projecting;

import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.context.SmartLifecycle;

/** Starts the projections after the event store and ends them before it, and before the data source closes. */
final class ProjectionsLifecycle implements SmartLifecycle {

    private final Projections projections;
    private volatile boolean running;

    ProjectionsLifecycle(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void start() {
        projections.start();
        running = true;
    }

    @Override
    public void stop() {
        try {
            projections.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
