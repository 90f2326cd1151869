package org.specialfund.ledger.api.projecting;

import org.specialfund.ledger.projections.processing.Projections;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Red as long as a projection stands still: figures that are missing are better than figures that are wrong. */
@Component
class ProjectionsHealthIndicator implements HealthIndicator {

    private final Projections projections;

    ProjectionsHealthIndicator(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        return projections.healthy() ? Health.up().build() : Health.down().build();
    }
}
