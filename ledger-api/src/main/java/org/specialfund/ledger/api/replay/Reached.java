package org.specialfund.ledger.api.replay;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.history.HistoryProjection;
import org.specialfund.ledger.projections.processing.ProjectionStatus;
import org.specialfund.ledger.projections.processing.Projections;
import org.specialfund.ledger.projections.refusal.RefusalProjection;
import org.springframework.stereotype.Component;

/** How far those projections have got that an answer here rests on together. Thread-safe. */
@Component
class Reached {

    private static final Set<String> RESTS_ON =
            Set.of(BalanceProjection.NAME, HistoryProjection.NAME, RefusalProjection.NAME);

    private final Projections projections;

    Reached(Projections projections) {
        this.projections = projections;
    }

    /** The position that all have reached, or the one wanted where that is less; 0 where there is none. */
    long position(@Nullable Long wanted) {
        long reached = projections.status().stream()
                .filter(status -> RESTS_ON.contains(status.name()))
                .mapToLong(ProjectionStatus::position)
                .min()
                .orElse(0);
        return Math.max(0, wanted == null ? reached : Math.min(reached, wanted));
    }
}
