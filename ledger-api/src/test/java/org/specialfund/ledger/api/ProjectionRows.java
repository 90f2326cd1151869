package org.specialfund.ledger.api;

/** What two ways of computing a projection are compared by. */
public final class ProjectionRows {

    private ProjectionRows() {}

    /**
     * A query for every row of a projection's table, as text. Mentions are shown one by one: which of them share a row
     * depends on the batches in which they came, and what they say does not.
     */
    public static String of(String schema, String table) {
        return table.equals("mention")
                ? "select '%2$s ' || what || ' ' || unnest(positions) from %1$s.%2$s order by 1"
                        .formatted(schema, table)
                : "select '%2$s ' || t::text from %1$s.%2$s t order by 1".formatted(schema, table);
    }
}
