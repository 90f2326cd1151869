package org.specialfund.ledger.projections.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.projections.processing.SqlArrays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Collects where a batch mentions what people look for, and writes one row for each thing and batch instead of an index
 * entry for each event: both events of a payment mention the same allocation, and a thousand payments two persons. The
 * rows of one thing never overlap, so that a list follows their order. Not thread-safe.
 */
final class Mentions {

    /** Of the positions in a row: a short page of a list must not sort a long one. */
    private static final int MOST = 256;

    private final JdbcTemplate jdbc;
    private final String schema;
    private final Map<String, List<Long>> positions = new LinkedHashMap<>();

    Mentions(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Notes that the event at a position mentions it; positions ascending. Nothing where it mentions nothing. */
    void add(Mention kind, @Nullable String value, long position) {
        if (value != null) {
            List<Long> known = positions.computeIfAbsent(kind.of(value), what -> new ArrayList<>(2));
            if (known.isEmpty() || known.get(known.size() - 1) != position) {
                known.add(position);
            }
        }
    }

    /** Writes them; {@code newest} is the greatest position of events that were written before: few are not behind it. */
    void write(long newest) {
        SqlArrays rows = SqlArrays.of("what text", "first bigint", "positions bigint[]");
        positions.forEach((what, all) -> {
            List<Long> behind =
                    all.stream().filter(position -> position > newest).toList();
            for (int from = 0; from < behind.size(); from += MOST) {
                List<Long> some = behind.subList(from, Math.min(from + MOST, behind.size()));
                rows.add(what, some.get(0), some);
            }
            all.stream().filter(position -> position < newest).forEach(position -> addBetween(what, position));
        });
        rows.insert(jdbc, schema + ".mention");
    }

    /** One that came late goes into the row around it, or is one of its own between two. */
    private void addBetween(String what, long position) {
        int changed = jdbc.update("""
                UPDATE %1$s.mention SET positions = ARRAY(SELECT unnest(positions || ?::bigint) ORDER BY 1)
                WHERE what = ? AND positions[cardinality(positions)] > ?
                  AND first = (SELECT max(first) FROM %1$s.mention WHERE what = ? AND first < ?)
                """.formatted(schema), position, what, position, what, position);
        if (changed == 0) {
            jdbc.update(
                    "INSERT INTO %s.mention (what, first, positions) VALUES (?, ?, ARRAY[?::bigint])".formatted(schema),
                    what,
                    position,
                    position);
        }
    }
}
