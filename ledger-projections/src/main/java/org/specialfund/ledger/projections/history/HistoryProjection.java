package org.specialfund.ledger.projections.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.allocation.event.AllocationBegun;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.projections.processing.EventFields;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.Progress;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what events are looked up by, a row an event; what they say else is read from the store. Those that come late
 * need nothing computed anew. Thread-safe.
 */
public final class HistoryProjection implements Projection {

    /** The name of the projection and of its schema. */
    public static final String NAME = "history";

    private final JdbcTemplate jdbc;

    private record Year(String fundCode, int year) {}

    /** Writes through that template. */
    public HistoryProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean setsAside() {
        return true;
    }

    @Override
    public void apply(String schema, List<RecordedEvent> batch) {
        Long newest = jdbc.queryForObject("SELECT max(position) FROM %s.event".formatted(schema), Long.class);
        write(schema, batch, newest == null ? Progress.BEFORE_ALL : newest);
    }

    /** {@code newest} is the greatest position of the events that are there. */
    private void write(String schema, List<RecordedEvent> batch, long newest) {
        SqlArrays begun = SqlArrays.of("allocation_no text", "fund_code text", "year integer");
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof AllocationBegun event) {
                begun.add(event.allocationNo(), event.fundCode(), event.year());
            }
        }
        begun.insert(jdbc, schema + ".allocation");
        Map<String, Year> years = yearsOfAllocations(schema, batch);
        SqlArrays events = columns();
        Mentions mentions = new Mentions(jdbc, schema);
        for (RecordedEvent recorded : batch) {
            Year year = yearOf(recorded, years);
            events.add(row(recorded, year));
            mention(mentions, recorded, year);
        }
        events.insert(jdbc, schema + ".event");
        mentions.write(newest);
    }

    private static void mention(Mentions mentions, RecordedEvent recorded, @Nullable Year year) {
        LedgerEvent event = recorded.event();
        long position = recorded.position();
        mentions.add(Mention.FUND, year == null ? EventFields.text(event, "fundCode") : year.fundCode(), position);
        mentions.add(Mention.ALLOCATION, EventFields.text(event, "allocationNo"), position);
        mentions.add(Mention.REFERENCE, EventFields.text(event, "reference"), position);
        // Whoever confirmed is the actor: only who proposed must be looked for elsewhere.
        mentions.add(Mention.PERSON, recorded.metadata("actor"), position);
        mentions.add(Mention.PERSON, recorded.metadata("proposedBy"), position);
        mentions.add(Mention.TYPE, recorded.type(), position);
        mentions.add(Mention.CORRELATION, recorded.metadata("correlationId"), position);
    }

    @Override
    public Filling filling(String schema) {
        return new Filling() {
            @Override
            public Set<String> onlyAddedTo() {
                return Set.of("event", "mention");
            }

            @Override
            public void add(List<RecordedEvent> page) {
                // Behind all that was written: pages come in order, and without what came late.
                write(schema, page, Progress.BEFORE_ALL);
            }
        };
    }

    /** Of the allocations that events name without their fund. */
    private Map<String, Year> yearsOfAllocations(String schema, List<RecordedEvent> batch) {
        Object[] allocations = batch.stream()
                .filter(HistoryProjection::namesAllocationOnly)
                .map(recorded -> EventFields.text(recorded.event(), "allocationNo"))
                .distinct()
                .toArray();
        Map<String, Year> years = new HashMap<>();
        if (allocations.length > 0) {
            jdbc.query(
                    "SELECT allocation_no, fund_code, year FROM %s.allocation WHERE allocation_no = ANY(?)"
                            .formatted(schema),
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", allocations)),
                    row -> {
                        years.put(row.getString(1), new Year(row.getString(2), row.getInt(3)));
                    });
        }
        return years;
    }

    private static boolean namesAllocationOnly(RecordedEvent recorded) {
        return EventFields.text(recorded.event(), "allocationNo") != null
                && EventFields.text(recorded.event(), "fundCode") == null;
    }

    /** Null where the event names its fund, or nothing of an allocation. */
    private static @Nullable Year yearOf(RecordedEvent recorded, Map<String, Year> years) {
        String allocation = EventFields.text(recorded.event(), "allocationNo");
        return allocation == null || !namesAllocationOnly(recorded) ? null : years.get(allocation);
    }

    private static SqlArrays columns() {
        return SqlArrays.of(
                "position bigint",
                "recorded_at timestamptz",
                "stream text",
                "sequence bigint",
                "type text",
                "effective_date date",
                "fund_code text",
                "year integer",
                "allocation_no text",
                "reference text",
                "payee text",
                "actor text",
                "proposed_by text",
                "confirmed_by text",
                "correlation_id text");
    }

    private static @Nullable Object[] row(RecordedEvent recorded, @Nullable Year year) {
        LedgerEvent event = recorded.event();
        return new @Nullable Object[] {
            recorded.position(),
            recorded.recordedAt(),
            recorded.stream(),
            recorded.sequence(),
            recorded.type(),
            EventFields.value(event, "effectiveDate", LocalDate.class),
            year == null ? EventFields.text(event, "fundCode") : year.fundCode(),
            year == null ? EventFields.value(event, "year", Integer.class) : Integer.valueOf(year.year()),
            EventFields.text(event, "allocationNo"),
            EventFields.text(event, "reference"),
            EventFields.text(event, "payee"),
            recorded.metadata("actor"),
            recorded.metadata("proposedBy"),
            recorded.metadata("confirmedBy"),
            recorded.metadata("correlationId")
        };
    }
}
