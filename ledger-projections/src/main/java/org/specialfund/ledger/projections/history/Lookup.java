package org.specialfund.ledger.projections.history;

import java.sql.Date;
import java.sql.Timestamp;
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
     * @param only the position of the one event that the query names by its id; null where it names none
     * @param cursor behind that position, or before it where the newest come first; null for all
     */
    static Lookup of(HistoryQuery query, @Nullable Long only, boolean newestFirst, @Nullable Long cursor) {
        Conditions conditions =
                conditions(query).and("position = ?", only).and(newestFirst ? "position < ?" : "position > ?", cursor);
        String what = mostTelling(query);
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

    /** Of what the query names, that which fewest events mention, as a rule; null where it names nothing of the kind. */
    private static @Nullable String mostTelling(HistoryQuery query) {
        if (query.eventId() != null) {
            return null;
        } else if (query.reference() != null) {
            return Mention.REFERENCE.of(query.reference());
        } else if (query.correlationId() != null) {
            return Mention.CORRELATION.of(query.correlationId());
        } else if (query.allocationNo() != null) {
            return Mention.ALLOCATION.of(query.allocationNo());
        } else if (query.actor() != null) {
            return Mention.PERSON.of(query.actor());
        } else if (query.type() != null && isWhole(query.type())) {
            return Mention.TYPE.of(query.type());
        }
        return query.fundCode() == null ? null : Mention.FUND.of(query.fundCode());
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
