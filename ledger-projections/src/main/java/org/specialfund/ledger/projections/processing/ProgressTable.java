package org.specialfund.ledger.projections.processing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The progress of projections, kept in their schemas so that it commits, and is swapped, with their tables. */
final class ProgressTable {

    private final JdbcTemplate jdbc;

    ProgressTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Fills the empty progress of a new schema. */
    void begin(String schema) {
        jdbc.update("INSERT INTO %s.progress (position) VALUES (?)".formatted(schema), Progress.BEFORE_ALL);
    }

    Progress read(String schema) {
        Progress progress = jdbc.queryForObject(
                """
                SELECT p.position,
                       ARRAY(SELECT g.position FROM %1$s.gap g ORDER BY g.position) AS gaps,
                       ARRAY(SELECT g.revealed_at FROM %1$s.gap g ORDER BY g.position) AS revealed
                FROM %1$s.progress p
                """.formatted(schema), (row, n) -> new Progress(row.getLong("position"), gaps(row)));
        if (progress == null) {
            throw new IllegalStateException("no progress in schema " + schema);
        }
        return progress;
    }

    /** Reads it and keeps others from advancing it until the transaction ends. */
    Progress lock(String schema) {
        // The gaps must be read by a statement that begins after the lock is held.
        jdbc.queryForObject("SELECT position FROM %s.progress FOR UPDATE".formatted(schema), Long.class);
        return read(schema);
    }

    void advance(String schema, Progress from, Progress to) {
        jdbc.update("UPDATE %s.progress SET position = ?".formatted(schema), to.position());
        List<Object[]> closed = from.gaps().keySet().stream()
                .filter(gap -> !to.gaps().containsKey(gap))
                .map(gap -> new Object[] {gap})
                .toList();
        if (!closed.isEmpty()) {
            jdbc.batchUpdate("DELETE FROM %s.gap WHERE position = ?".formatted(schema), closed);
        }
        List<Object[]> opened = to.gaps().entrySet().stream()
                .filter(gap -> !from.gaps().containsKey(gap.getKey()))
                .map(gap -> new Object[] {gap.getKey(), Timestamp.from(gap.getValue())})
                .toList();
        if (!opened.isEmpty()) {
            jdbc.batchUpdate("INSERT INTO %s.gap (position, revealed_at) VALUES (?, ?)".formatted(schema), opened);
        }
    }

    private static TreeMap<Long, Instant> gaps(ResultSet row) throws SQLException {
        Array positions = row.getArray("gaps");
        Array revealed = row.getArray("revealed");
        Long[] keys = (Long[]) positions.getArray();
        Timestamp[] values = (Timestamp[]) revealed.getArray();
        TreeMap<Long, Instant> gaps = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            gaps.put(keys[i], values[i].toInstant());
        }
        return gaps;
    }
}
