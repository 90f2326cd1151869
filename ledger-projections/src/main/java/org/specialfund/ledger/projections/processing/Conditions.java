package org.specialfund.ledger.projections.processing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, joined by AND; values are always parameters. Not thread-safe while being built. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition; nothing where the value is null. The value stands for every question mark. */
    public Conditions and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            condition.chars().filter(c -> c == '?').forEach(c -> values.add(value));
        }
        return this;
    }

    /** For a WHERE clause. */
    public String sql() {
        return sql.toString();
    }

    /** The parameters in order. */
    public Object[] values() {
        return values.toArray();
    }
}
