package org.specialfund.ledger.api.security;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * A login as it stands in the database.
 *
 * @param disabled also true of a demonstration's user outside the demo profile
 * @param version grows with every change
 */
record Account(
        String name,
        String displayName,
        UUID personId,
        String passwordHash,
        boolean mustChangePassword,
        Set<Role> roles,
        @Nullable String unit,
        boolean disabled,
        long version) {

    static Account of(ResultSet row, boolean demo) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                row.getObject("person_id", UUID.class),
                row.getString("password_hash"),
                row.getBoolean("must_change_password"),
                roles(row.getArray("roles")),
                row.getString("unit"),
                row.getBoolean("disabled") || row.getBoolean("demo") && !demo,
                row.getLong("version"));
    }

    static Set<Role> roles(Array words) throws SQLException {
        return Arrays.stream((String[]) words.getArray())
                .map(Role::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** For {@code string_to_array(…, ',')}. */
    static String joined(Set<Role> roles) {
        return String.join(",", words(roles));
    }

    static List<String> words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().toList();
    }

    /** The same as if the one-time password had been changed. */
    Account withOwnPassword() {
        return new Account(name, displayName, personId, passwordHash, false, roles, unit, disabled, version);
    }

    /**
     * The person of this login, acting in no more than the given roles. Whoever is of a unit stays so in every role: an
     * expert of a unit does not review its projects.
     */
    Person person(Set<Role> narrowed) {
        Set<Role> both = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        both.retainAll(narrowed);
        return new Person(personId.toString(), both, unit);
    }
}
