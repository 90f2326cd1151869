package org.specialfund.ledger.projections.processing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes of single rows that must be there: a projection never skips one in silence. */
public final class OneRow {

    private OneRow() {}

    /**
     * Runs an UPDATE or INSERT with parameters in order; throws {@link IllegalStateException} where it changes no row,
     * or several.
     */
    public static void change(JdbcTemplate jdbc, String sql, @Nullable Object... values) {
        int changed = jdbc.update(sql, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows changed instead of one: " + sql);
        }
    }
}
