package org.specialfund.ledger.api.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the ledger knew, and when: resolves instants to positions. Always reads what is committed now. Thread-safe.
 */
public final class Knowledge {

    /**
     * How far the position and the recorded time of an event may lie apart: both are taken while its row is written, by
     * one statement, which the database ends after {@code statement_timeout}.
     */
    static final Duration SKEW = Duration.ofSeconds(10);

    /**
     * The last event before the first one recorded too late. An event that lies before that one in the index, and was
     * itself recorded too late, took its position before that one did; hence it was recorded at most twice the skew
     * after it. One statement, so that it sees one state of the table.
     */
    static final String LAST_KNOWN = """
            select coalesce(max(position), 0) from ledger_event
            where position < coalesce(
                (select min(position) from ledger_event
                 where recorded_at > ?::timestamptz
                   and recorded_at <= (select recorded_at from ledger_event where recorded_at > ?::timestamptz
                                       order by recorded_at limit 1) + 2 * ?::interval),
                9223372036854775807)""";

    /** Whoever has appended holds this lock until the commit; who began later has recorded nothing before. */
    private static final String OPEN_WRITER = """
            select exists (
                select from pg_locks lock left join pg_stat_activity writer using (pid)
                where lock.relation = 'ledger_event'::regclass and lock.mode = 'RowExclusiveLock'
                  and lock.database = (select oid from pg_database where datname = current_database())
                  and (writer.xact_start is null or writer.xact_start <= ?))""";

    private final JdbcTemplate jdbc;

    Knowledge(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was known at an instant.
     *
     * @param position the greatest for which every event up to it was recorded by then; 0 where none was
     * @param provisional whether an open transaction may still add an event up to it, or raise it
     */
    public record KnownAt(long position, boolean provisional) {}

    /** The position of the last event; 0 where there is none. */
    public long head() {
        Long head = jdbc.queryForObject("select coalesce(max(position), 0) from ledger_event", Long.class);
        return head == null ? 0 : head;
    }

    /**
     * Resolves an instant. Costs the same however long the history is; at most it looks through the events of twice ten
     * seconds after the instant.
     */
    public KnownAt at(Instant instant) {
        Timestamp then = Timestamp.from(instant);
        // In this order: an event that is committed between the two is seen.
        boolean provisional = isAhead(then) || mayAddBefore(then);
        Long position = jdbc.queryForObject(LAST_KNOWN, Long.class, then, then, SKEW.toSeconds() + " seconds");
        return new KnownAt(position == null ? 0 : position, provisional);
    }

    /** Whether an open transaction may still add an event up to a position, or nothing was recorded there or later. */
    public boolean isProvisional(long position) {
        // Positions are taken in order, and before the clock is read: whoever has one below began before that.
        return jdbc
                .queryForList(
                        "select recorded_at from ledger_event where position >= ? order by position limit 1",
                        Timestamp.class,
                        position)
                .stream()
                .findFirst()
                .map(this::mayAddBefore)
                .orElse(true);
    }

    private boolean isAhead(Timestamp instant) {
        return !Boolean.FALSE.equals(jdbc.queryForObject("select ? > clock_timestamp()", Boolean.class, instant));
    }

    /** Whether somebody who began by then has appended and not committed. */
    private boolean mayAddBefore(Timestamp instant) {
        return !Boolean.FALSE.equals(jdbc.queryForObject(OPEN_WRITER, Boolean.class, instant));
    }

    /** When the event of a position was recorded; null where there is none at that position. */
    public @Nullable Instant recordedAt(long position) {
        return jdbc
                .queryForList("select recorded_at from ledger_event where position = ?", Timestamp.class, position)
                .stream()
                .map(Timestamp::toInstant)
                .findFirst()
                .orElse(null);
    }
}
