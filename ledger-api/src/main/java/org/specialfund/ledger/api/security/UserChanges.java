package org.specialfund.ledger.api.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of who changed which user. */
@Repository
class UserChanges {

    /**
     * One change, and what it led to.
     *
     * @param byPerson null where the application did it itself
     */
    record Change(
            long id,
            Instant at,
            @Nullable String byPerson,
            String change,
            List<String> roles,
            @Nullable String unit) {}

    private final JdbcClient jdbc;

    UserChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what a change has led to; in the same transaction. */
    void note(String name, String change, @Nullable String byPerson) {
        jdbc.sql("""
                        insert into app_user_change (by_person, user_name, change, roles, unit)
                        select cast(:by as uuid), name, :change, roles, unit from app_user where name = :name""")
                .param("by", byPerson)
                .param("name", name)
                .param("change", change)
                .update();
    }

    /** A user's changes in order, beginning after the one with this id. */
    List<Change> list(String name, long after, int limit) {
        return jdbc.sql("""
                        select * from app_user_change where user_name = :name and id > :after
                        order by id limit :limit""")
                .param("name", name)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> new Change(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_person"),
                        row.getString("change"),
                        Account.words(Account.roles(row.getArray("roles"))),
                        row.getString("unit")))
                .list();
    }
}
