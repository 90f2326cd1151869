package org.specialfund.ledger.projections.processing;

import java.util.Comparator;
import java.util.List;
import org.specialfund.ledger.projections.TestDatabase;

/** Applies batches as the frame does, without its thread. */
public final class Applying {

    private Applying() {}

    public static void apply(TestDatabase database, Projection projection, List<RecordedEvent> batch) {
        ProgressTable progress = new ProgressTable(database.jdbc());
        List<RecordedEvent> inOrder = batch.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
        database.transaction().executeWithoutResult(status -> {
            Progress from = progress.lock(projection.name());
            Progress to = from.after(inOrder);
            projection.apply(projection.name(), inOrder);
            progress.advance(projection.name(), from, to);
        });
    }
}
