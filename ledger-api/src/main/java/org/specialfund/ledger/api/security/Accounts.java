package org.specialfund.ledger.api.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of logins. Names are unique whatever their case. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final RowMapper<Account> mapper;

    Accounts(JdbcClient jdbc, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of(DemoUsers.PROFILE));
        this.jdbc = jdbc;
        this.mapper = (row, index) -> Account.of(row, demo);
    }

    Optional<Account> find(String name) {
        return jdbc.sql("select * from app_user where lower(name) = lower(:name)")
                .param("name", name)
                .query(mapper)
                .optional();
    }

    List<Account> list(@Nullable String after, int limit) {
        return jdbc.sql("select * from app_user where lower(name) > lower(:after) order by lower(name) limit :limit")
                .param("after", after == null ? "" : after)
                .param("limit", limit)
                .query(mapper)
                .list();
    }

    List<Account> ofPerson(UUID personId) {
        return jdbc.sql("select * from app_user where person_id = :person")
                .param("person", personId)
                .query(mapper)
                .list();
    }

    /** Keeps every other change of users waiting until the transaction ends; reading goes on. */
    void lock() {
        jdbc.sql("lock table app_user in share row exclusive mode").update();
    }

    boolean isEmptyBut(boolean demo) {
        return jdbc.sql("select not exists (select 1 from app_user where demo <> :demo)")
                .param("demo", demo)
                .query(Boolean.class)
                .single();
    }

    /** Whether an administrator who can sign in is left beside this one. */
    boolean anotherAdministrator(String name) {
        return list(null, Integer.MAX_VALUE).stream()
                .anyMatch(account -> !account.name().equals(name)
                        && !account.disabled()
                        && account.roles().contains(Role.ADMINISTRATOR));
    }

    void insert(Account account, boolean demo) {
        jdbc.sql("""
                        insert into app_user (name, display_name, person_id, password_hash, must_change_password,
                                              roles, unit, disabled, demo)
                        values (:name, :displayName, :person, :hash, :mustChange,
                                string_to_array(:roles, ','), :unit, :disabled, :demo)""")
                .param("name", account.name())
                .param("displayName", account.displayName())
                .param("person", account.personId())
                .param("hash", account.passwordHash())
                .param("mustChange", account.mustChangePassword())
                .param("roles", Account.joined(account.roles()))
                .param("unit", account.unit())
                .param("disabled", account.disabled())
                .param("demo", demo)
                .update();
    }

    void setRoles(String name, Set<Role> roles, @Nullable String unit) {
        jdbc.sql("""
                        update app_user set roles = string_to_array(:roles, ','), unit = :unit, version = version + 1
                        where name = :name""")
                .param("name", name)
                .param("roles", Account.joined(roles))
                .param("unit", unit)
                .update();
    }

    void setDisabled(String name, boolean disabled) {
        jdbc.sql("update app_user set disabled = :disabled, version = version + 1 where name = :name")
                .param("name", name)
                .param("disabled", disabled)
                .update();
    }

    void setPassword(String name, String hash, boolean mustChange) {
        jdbc.sql("""
                        update app_user set password_hash = :hash, must_change_password = :mustChange,
                                            version = version + 1
                        where name = :name""")
                .param("name", name)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .update();
    }
}
