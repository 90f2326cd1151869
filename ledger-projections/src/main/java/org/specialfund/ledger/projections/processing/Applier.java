package org.specialfund.ledger.projections.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Brings events to one projection, in the caller's transaction. Where the projection holds no money, an event that it
 * cannot take is set aside, and so are later ones of the same stream: those of one stream are never taken out of order.
 */
final class Applier {

    private final Projection projection;
    private final DeadLetterTable deadLetters;
    private final ClassValue<Boolean> wants;

    Applier(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.deadLetters = new DeadLetterTable(jdbc);
        this.wants = new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> event) {
                return projection.wants(event.asSubclass(LedgerEvent.class));
            }
        };
    }

    /** Whether any of these events may change something. */
    boolean wantsAny(List<RecordedEvent> events) {
        return events.stream().anyMatch(this::wants);
    }

    private boolean wants(RecordedEvent recorded) {
        return wants.get(recorded.event().getClass());
    }

    /** Applies what is wanted of a batch, in order of position, but for what waits behind a dead letter. */
    void apply(String schema, List<RecordedEvent> batch) {
        List<RecordedEvent> wanted = batch.stream().filter(this::wants).toList();
        List<RecordedEvent> free =
                projection.setsAside() && !wanted.isEmpty() ? withoutWaiting(schema, wanted) : wanted;
        if (!free.isEmpty()) {
            projection.apply(schema, free);
        }
    }

    /** Whether the failure is one of an event, which may be set aside, and not of the database, or of money. */
    boolean maySetAside(CulpritException failure) {
        return projection.setsAside() && failure.header() != null && !isOfTheDatabase(failure.getCause());
    }

    /** Whether it is no matter of what was to be written. */
    static boolean isOfTheDatabase(@Nullable Throwable cause) {
        return !(cause instanceof DataIntegrityViolationException)
                && (cause instanceof DataAccessException || cause instanceof TransactionException);
    }

    void setAside(String schema, EventHeader event, CulpritException failure) {
        deadLetters.add(schema, event, failure.error());
    }

    private List<RecordedEvent> withoutWaiting(String schema, List<RecordedEvent> batch) {
        Set<String> waiting = deadLetters.streams(schema);
        if (waiting.isEmpty()) {
            return batch;
        }
        List<RecordedEvent> free = new ArrayList<>(batch.size());
        for (RecordedEvent event : batch) {
            if (waiting.contains(event.stream())) {
                deadLetters.add(schema, event.header(), null);
            } else {
                free.add(event);
            }
        }
        return free;
    }
}
