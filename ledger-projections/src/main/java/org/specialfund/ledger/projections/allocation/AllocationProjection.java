package org.specialfund.ledger.projections.allocation;

import java.util.List;
import org.specialfund.ledger.core.allocation.event.AllocationEvent;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the list of allocations. Amounts are added up, so that it does not matter when an event comes; the events of
 * one allocation come in order in any case. Thread-safe.
 */
public final class AllocationProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "allocation";

    private final JdbcTemplate jdbc;

    /** Writes through that template. */
    public AllocationProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(Class<? extends LedgerEvent> event) {
        return AllocationEvent.class.isAssignableFrom(event) || EventFields.mayPost(event);
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        Filling one = filling(schema);
        one.add(batch);
        one.end();
    }

    @Override
    public Filling filling(String schema) {
        return new AllocationChanges(jdbc, schema);
    }
}
