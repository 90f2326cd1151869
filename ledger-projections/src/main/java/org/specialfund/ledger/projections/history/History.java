package org.specialfund.ledger.projections.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;
import org.specialfund.ledger.projections.processing.EventTable;
import org.specialfund.ledger.projections.processing.Page;
import org.specialfund.ledger.projections.processing.Progress;
import org.specialfund.ledger.projections.processing.ReadModel;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Events by whom, when and what they concern. Thread-safe. */
public final class History {

    /** As the index of V2_60 has it. */
    private static final String OF_ALLOCATION_ITSELF = """
            type IN ('allocation.issued', 'allocation.carried-in', 'allocation.opening-recorded', 'allocation.increased',
                'allocation.decreased', 'allocation.virement-received', 'allocation.virement-receipt-reversed',
                'allocation.virement-given', 'allocation.surplus-returned', 'allocation.reclaimed',
                'allocation.carried-out', 'allocation.entry-reversed', 'allocation.closed')""";

    private static final String LEAST_MENTIONED = """
            SELECT thing FROM unnest(?::text[]) AS t (thing)
            ORDER BY (SELECT count(*) FROM (SELECT FROM history.mention m WHERE m.what = t.thing LIMIT 100) few), thing
            LIMIT 1
            """;

    private final JdbcTemplate jdbc;
    private final ReadModel readModel;
    private final EventTable store;

    /**
     * Looks events up in the tables of {@link HistoryProjection}, and reads them from the store.
     *
     * @param transactions of the same data source
     */
    public History(DataSource dataSource, PlatformTransactionManager transactions, EventTable store) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readModel = new ReadModel(HistoryProjection.NAME, jdbc, transactions);
        this.store = store;
    }

    /**
     * A page of events, in order of position.
     *
     * @param cursor of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public Page<HistoryEntry, Long> page(HistoryQuery query, boolean newestFirst, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        return readModel.at(reached -> {
            List<Found> found = found(lookup(query, newestFirst, cursor), limit + 1);
            long position = query.knownAt() == null ? reached : Math.min(reached, query.knownAt());
            return Page.of(entries(found), limit, position, HistoryEntry::position);
        });
    }

    /** All events one by one, oldest first, in bounded memory; answers the position that they rest on. */
    public long each(HistoryQuery query, Consumer<HistoryEntry> each) {
        return readModel.stream(reached -> {
            Long last = null;
            List<Found> found;
            do {
                found = found(lookup(query, false, last), Page.MOST);
                entries(found).forEach(each);
                last = found.isEmpty() ? null : found.get(found.size() - 1).position();
            } while (found.size() == Page.MOST);
            return query.knownAt() == null ? reached : Math.min(reached, query.knownAt());
        });
    }

    /**
     * The positions of a page of events, in order of position, whichever way the page goes.
     *
     * @param cursor the last position of the page before; null for the first page
     * @param limit 1 to {@value Page#MOST}
     */
    public List<Long> positions(HistoryQuery query, boolean newestFirst, @Nullable Long cursor, int limit) {
        Page.checkLimit(limit);
        return readModel.at(reached -> found(lookup(query, newestFirst, cursor), limit).stream()
                .map(Found::position)
                .sorted()
                .toList());
    }

    /**
     * The positions of what an allocation was made of and what left it, its payments left out, oldest first. Does not
     * read its payments.
     *
     * @param limit 1 to {@value Page#MOST}
     */
    public List<Long> ownOf(String allocationNo, long knownAt, int limit) {
        Page.checkLimit(limit);
        Conditions conditions =
                new Conditions().and("allocation_no = ?", allocationNo).and("position <= ?", knownAt);
        return readModel.at(reached -> jdbc.queryForList(
                "SELECT position FROM history.event WHERE %s AND %s ORDER BY position LIMIT %d"
                        .formatted(conditions.sql(), OF_ALLOCATION_ITSELF, limit),
                Long.class,
                conditions.values()));
    }

    /** Where an event was found, and to which fund and year it belongs. */
    private record Found(
            long position,
            @Nullable String fundCode,
            @Nullable Integer year) {}

    private List<Found> found(Lookup lookup, int limit) {
        return jdbc.query(
                lookup.select("position, e.fund_code, e.year") + " LIMIT " + limit,
                (row, n) -> new Found(
                        row.getLong("position"), row.getString("fund_code"), row.getObject("year", Integer.class)),
                lookup.values());
    }

    /** What the store says at these positions, in their order. */
    private List<HistoryEntry> entries(List<Found> found) {
        Map<Long, RecordedEvent> events =
                store.byPosition(found.stream().map(Found::position).toList());
        return found.stream()
                .map(one ->
                        HistoryEntry.of(Objects.requireNonNull(events.get(one.position())), one.fundCode(), one.year()))
                .toList();
    }

    /** Asks the tables, and so within a snapshot only: a rebuild may put others in their place. */
    private Lookup lookup(HistoryQuery query, boolean newestFirst, @Nullable Long cursor) {
        String eventId = query.eventId();
        Long only = eventId == null ? null : store.positionOf(eventId).orElse(Progress.BEFORE_ALL);
        return Lookup.of(query, leastMentioned(Lookup.things(query)), only, newestFirst, cursor);
    }

    /** That with the fewest rows of mentions, of which a hundred at most are counted; null of none. */
    private @Nullable String leastMentioned(List<String> things) {
        return things.size() < 2
                ? things.stream().findFirst().orElse(null)
                : jdbc.queryForObject(LEAST_MENTIONED, String.class, (Object) things.toArray(String[]::new));
    }
}
