package org.specialfund.ledger.api.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks up, without a lock, which commands were accepted: for who wants to know what would be a repetition. */
public final class AcceptedCommands {

    private final JdbcTemplate jdbc;

    /** Reads the same database as the ledger. */
    public AcceptedCommands(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the command ids that were accepted. */
    public Set<String> among(Collection<String> commandIds) {
        return new HashSet<>(jdbc.queryForList(
                "select command_id from command_log where command_id = any (?)", String.class, (Object)
                        commandIds.toArray(new String[0])));
    }
}
