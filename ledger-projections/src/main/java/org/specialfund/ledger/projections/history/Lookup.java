package org.specialfund.ledger.projections.history;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.Conditions;

/**
 * How events are looked up: by the mentions of one thing that the query names, or else by position. Either way a page
 * reads little more than what it shows and what other conditions leave out.
 *
 * @param mentioned whether by mentions
 */
record Lookup(boolean mentioned, Conditions conditions, boolean newestFirst) {

    private static final String MENTIONED = """
            history.mention m CROSS JOIN LATERAL unnest(m.positions) AS at (position)
            JOIN history.event e USING (position)""";

    private static final String FROM_THE_ROW_AROUND = """
            m.first >= coalesce((SELECT max(f.first) FROM history.mention f WHERE f.what = ? AND f.first <= %d), 0)""";

    /**
     * The events that a query asks for.
     *
     * @param what the thing by whose mentions they are looked up; null for all events
     * @param only the position of the one event that the query names by its id; null where it names none
     * @param cursor behind that position, or before it where the newest come first; null for all
     */
    static Lookup of(
            HistoryQuery query,
            @Nullable String what,
            @Nullable Long only,
            boolean newestFirst,
            @Nullable Long cursor) {
        Conditions conditions =
                conditions(query).and("position = ?", only).and(newestFirst ? "position < ?" : "position > ?", cursor);
        if (what != null) {
            conditions.and("m.what = ?", what).and("m.first <= ?", query.knownAt());
            if (newestFirst) {
                conditions.and("m.first < ?", cursor);
            } else if (cursor != null) {
                conditions.and(FROM_THE_ROW_AROUND.formatted(cursor), what);
            }
        }
        return new Lookup(what != null, conditions, newestFirst);
    }

    /** In order of position. */
    String select(String columns) {
        String direction = newestFirst ? " DESC" : "";
        return "SELECT %s FROM %s WHERE %s ORDER BY %sposition%s"
                .formatted(
                        columns,
                        mentioned ? MENTIONED : "history.event e",
                        conditions.sql(),
                        mentioned ? "m.first" + direction + ", " : "",
                        direction);
    }

    Object[] values() {
        return conditions.values();
    }

    /** All that the query names of what events mention; nothing for one event. */
    static List<String> things(HistoryQuery query) {
        List<String> things = new ArrayList<>();
        if (query.eventId() == null) {
            add(things, Mention.REFERENCE, query.reference());
            add(things, Mention.CORRELATION, query.correlationId());
            add(things, Mention.ALLOCATION, query.allocationNo());
            add(things, Mention.PERSON, query.actor());
            add(things, Mention.FUND, query.fundCode());
            add(things, Mention.TYPE, isWhole(query.type()) ? query.type() : null);
        }
        return things;
    }

    private static void add(List<String> things, Mention kind, @Nullable String value) {
        if (value != null) {
            things.add(kind.of(value));
        }
    }

    private static Conditions conditions(HistoryQuery query) {
        return new Conditions()
                .and("fund_code = ?", query.fundCode())
                .and("year = ?", query.year())
                .and("allocation_no = ?", query.allocationNo())
                .and("reference = ?", query.reference())
                .and("payee = ?", query.payee())
                // Whoever confirmed is the actor: only who proposed must be looked for elsewhere.
                .and("(actor = ? OR proposed_by = ?)", query.actor())
                .and(isWhole(query.type()) ? "type = ?" : "starts_with(type, ?)", query.type())
                .and("correlation_id = ?", query.correlationId())
                .and("recorded_at >= ?", query.recordedFrom() == null ? null : Timestamp.from(query.recordedFrom()))
                .and("recorded_at < ?", query.recordedUntil() == null ? null : Timestamp.from(query.recordedUntil()))
                .and("effective_date >= ?", query.effectiveFrom() == null ? null : Date.valueOf(query.effectiveFrom()))
                .and("effective_date <= ?", query.effectiveTo() == null ? null : Date.valueOf(query.effectiveTo()))
                .and("position <= ?", query.knownAt());
    }

    private static boolean isWhole(@Nullable String type) {
        return type == null || !type.endsWith(".");
    }
}
