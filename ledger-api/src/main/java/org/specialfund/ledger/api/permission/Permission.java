package org.specialfund.ledger.api.permission;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * A row of the table.
 *
 * @param path as it is mapped: {@code /api/v1/funds/{code}}
 * @param open true where nobody needs to sign in
 * @param roles who may call it; empty where it is open
 * @param command the stored name of the command that it gives; null where it gives none
 */
record Permission(
        String verb,
        String path,
        boolean open,
        Set<Role> roles,
        @Nullable String command) {

    /** Copies the roles. */
    Permission {
        roles = Set.copyOf(roles);
    }

    String endpoint() {
        return verb + " " + path;
    }

    boolean allows(Person person) {
        return open || person.roles().stream().anyMatch(roles::contains);
    }
}
