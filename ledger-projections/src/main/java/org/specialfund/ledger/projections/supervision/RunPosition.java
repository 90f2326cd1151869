package org.specialfund.ledger.projections.supervision;

import org.springframework.jdbc.core.JdbcTemplate;

/** Up to where the rules have looked at events as they come. Thread-safe. */
public final class RunPosition {

    private final JdbcTemplate jdbc;

    /** Reads through that template. */
    public RunPosition(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last position that was looked at; -1 where none was. */
    public long done() {
        Long done = jdbc.queryForObject("SELECT position FROM red_flag_run", Long.class);
        return done == null ? -1 : done;
    }

    /** Moves it on; false where another node did so meanwhile. */
    public boolean move(long from, long to) {
        return jdbc.update("UPDATE red_flag_run SET position = ? WHERE position = ?", to, from) == 1;
    }
}
