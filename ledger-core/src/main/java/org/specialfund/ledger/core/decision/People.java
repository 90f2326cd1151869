package org.specialfund.ledger.core.decision;

import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Person;

/**
 * The people who stand behind a command.
 *
 * @param actor who acts now: the confirmer of a proposal
 * @param proposedBy null where one person acts alone
 * @param confirmedBy null where one person acts alone, or nobody has confirmed yet
 */
public record People(
        Person actor, @Nullable Person proposedBy, @Nullable Person confirmedBy) {

    /** One person acting alone. */
    public static People alone(Person actor) {
        return new People(actor, null, null);
    }

    /** A proposal of one person, confirmed by another. */
    public static People two(Person proposedBy, Person confirmedBy) {
        return new People(confirmedBy, proposedBy, confirmedBy);
    }
}
