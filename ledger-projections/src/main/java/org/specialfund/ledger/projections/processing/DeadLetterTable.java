package org.specialfund.ledger.projections.processing;

import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The dead letters of projections, kept in their schemas. */
final class DeadLetterTable {

    /** So many at the most in one projection: more are no accident of an event, and nobody would look through them. */
    static final int MOST = 1_000;

    private static final int LONGEST_ERROR = 500;

    private final JdbcTemplate jdbc;

    DeadLetterTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; throws {@link IllegalStateException} where there are too many. */
    void add(String schema, EventHeader event, @Nullable String error) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM %s.dead_letter".formatted(schema), Integer.class);
        if (count == null || count >= MOST) {
            throw new IllegalStateException(MOST + " events are set aside: no more are");
        }
        jdbc.update(
                """
                INSERT INTO %s.dead_letter (position, recorded_at, event_id, stream, type, error, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """.formatted(schema),
                event.position(),
                Timestamp.from(event.recordedAt()),
                event.eventId(),
                event.stream(),
                event.type(),
                error == null ? null : shortened(error),
                error == null ? 0 : 1);
    }

    /** The streams whose later events must wait. */
    Set<String> streams(String schema) {
        return new HashSet<>(
                jdbc.queryForList("SELECT DISTINCT stream FROM %s.dead_letter".formatted(schema), String.class));
    }

    /** All, in order of position. */
    List<DeadLetter> list(String schema) {
        return jdbc.query(
                "SELECT * FROM %s.dead_letter ORDER BY position".formatted(schema),
                (row, n) -> new DeadLetter(
                        schema,
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getString("stream"),
                        row.getString("type"),
                        row.getString("error"),
                        row.getTimestamp("since").toInstant(),
                        row.getInt("attempts")));
    }

    /** Whether it was there to be removed. */
    boolean remove(String schema, long position) {
        return jdbc.update("DELETE FROM %s.dead_letter WHERE position = ?".formatted(schema), position) == 1;
    }

    void failedAgain(String schema, long position, String error) {
        jdbc.update(
                "UPDATE %s.dead_letter SET error = ?, attempts = attempts + 1 WHERE position = ?".formatted(schema),
                shortened(error),
                position);
    }

    private static String shortened(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }
}
