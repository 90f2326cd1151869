package org.specialfund.ledger.api.reading;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/**
 * A controller's argument, for every request that reads the ledger. It says whose data the person sees; who may call an
 * endpoint at all stands in the table of roles. Asking for it waits until the figures have reached the parameter
 * {@code minPosition}, 2 s at most.
 *
 * @param unit the payee id of the only unit that the person may see; null for the office's own people, who see all
 */
public record ReadRequest(Person person, @Nullable String unit) {

    private static final Set<Role> NOT_OF_THE_OFFICE = Set.of(Role.UNIT, Role.ADMINISTRATOR);

    /** The request of a person; refuses one who is of no unit and not of the office, and so sees nobody's data. */
    static ReadRequest of(Person person) {
        if (!NOT_OF_THE_OFFICE.containsAll(person.roles())) {
            return new ReadRequest(person, null);
        }
        if (!person.roles().contains(Role.UNIT) || person.unit() == null) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return new ReadRequest(person, person.unit());
    }

    /** Whether the person may see what is of that recipient; what may not be seen is answered as unknown. */
    public boolean sees(String recipient) {
        return unit == null || Objects.equals(unit, recipient);
    }
}
