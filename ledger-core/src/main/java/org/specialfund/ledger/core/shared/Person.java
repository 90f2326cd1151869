package org.specialfund.ledger.core.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A natural person, whatever logins they have; a program acts for a named person.
 *
 * @param id opaque: it stands in events for ever, so it must not be a name
 * @param roles all roles of the person
 * @param unit the payee id of the unit that the person answers for; null for the office's own people
 */
public record Person(String id, Set<Role> roles, @Nullable String unit) {

    /** Copies the roles. */
    public Person {
        roles = Set.copyOf(roles);
    }

    /** A person of the office. */
    public static Person of(String id, Role... roles) {
        return new Person(id, Set.of(roles), null);
    }
}
