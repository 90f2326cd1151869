package org.specialfund.ledger.projections.processing;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that a rebuild fills: the same as those of the projection, in a schema beside it. A table is quicker to
 * fill without its indexes, which are made at the end, by the names they have there.
 */
final class NextTables {

    private static final String KEYS = """
            SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s',
                       ?::text, t.relname, c.conname, pg_get_constraintdef(c.oid))
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
            WHERE t.relnamespace = ?::regnamespace
              AND c.contype IN ('p', 'u', 'x') AND (t.relname = ANY(?)) = ?
            ORDER BY t.relname, c.conname
            """;

    private static final String INDEXES = """
            SELECT replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I USING ', n.nspname, t.relname),
                           format(' ON %I.%I USING ', ?::text, t.relname))
            FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = ? AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
            ORDER BY i.indexrelid
            """;

    private final JdbcTemplate jdbc;
    private final String name;
    private final String next;

    NextTables(JdbcTemplate jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
        this.next = name + "_next";
    }

    /** The schema. */
    String schema() {
        return next;
    }

    /** Makes them, empty and without progress, in place of what another rebuild may have left; some without keys. */
    void create(Set<String> withoutKeys) {
        jdbc.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(next));
        jdbc.execute("CREATE SCHEMA " + next);
        for (String table : tables()) {
            jdbc.execute("CREATE TABLE %1$s.%3$s (LIKE %2$s.%3$s INCLUDING ALL EXCLUDING INDEXES)"
                    .formatted(next, name, table));
        }
        addKeys(withoutKeys, false);
    }

    /** Makes what {@link #create} has left out. */
    void index(Set<String> withoutKeys) {
        jdbc.execute("SET LOCAL maintenance_work_mem = '256MB'");
        addKeys(withoutKeys, true);
        jdbc.queryForList(INDEXES, String.class, next, name).forEach(jdbc::execute);
        tables().forEach(table -> jdbc.execute("ANALYZE %s.%s".formatted(next, table)));
    }

    private void addKeys(Set<String> some, boolean ofThese) {
        jdbc.query(
                        KEYS,
                        statement -> {
                            statement.setString(1, next);
                            statement.setString(2, name);
                            statement.setArray(
                                    3, statement.getConnection().createArrayOf("text", some.toArray(new String[0])));
                            statement.setBoolean(4, ofThese);
                        },
                        (row, n) -> row.getString(1))
                .forEach(jdbc::execute);
    }

    private List<String> tables() {
        return jdbc.queryForList(
                "SELECT tablename::text FROM pg_tables WHERE schemaname = ? ORDER BY 1", String.class, name);
    }
}
