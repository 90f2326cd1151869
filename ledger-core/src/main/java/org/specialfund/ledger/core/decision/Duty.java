package org.specialfund.ledger.core.decision;

import java.util.Set;
import java.util.stream.Collectors;
import org.specialfund.ledger.core.shared.CommonRefusals;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;

/**
 * Who may give a command: one person in one of the roles, or two people of whom one proposes and the other confirms.
 *
 * @param first roles of who acts, or proposes
 * @param second roles of who confirms; empty where one person is enough
 */
public record Duty(Set<Role> first, Set<Role> second) {

    /** One person in one of the roles is enough. */
    public static Duty of(Role... roles) {
        return new Duty(Set.of(roles), Set.of());
    }

    /** One person in one of the roles proposes; {@link #confirmedBy} says who confirms. */
    public static Duty proposedBy(Role... roles) {
        return of(roles);
    }

    /** The same, confirmed by another person in one of the roles. */
    public Duty confirmedBy(Role... roles) {
        return new Duty(first, Set.of(roles));
    }

    /** Whether a second person must confirm. */
    public boolean needsTwo() {
        return !second.isEmpty();
    }

    /** Refuses people who may not give the command together: a role missing, a second person missing or the same. */
    public void check(People people) {
        if (!needsTwo()) {
            allowed(first, people.actor());
            return;
        }
        Person proposer = Guard.present(people.proposedBy(), () -> Refusal.of(CommonRefusals.TWO_PEOPLE_NEEDED));
        Person confirmer = Guard.present(people.confirmedBy(), () -> Refusal.of(CommonRefusals.TWO_PEOPLE_NEEDED));
        allowed(first, proposer);
        allowed(second, confirmer);
        Guard.that(!proposer.id().equals(confirmer.id()), () -> Refusal.of(CommonRefusals.SAME_PERSON));
    }

    /** Refuses a person who may not propose this. */
    public void checkProposer(Person proposer) {
        allowed(first, proposer);
    }

    /** Refuses a person who may not confirm this. */
    public void checkConfirmer(Person confirmer) {
        allowed(second, confirmer);
    }

    /** The role in which the people's actor acts here; the alphabetically first where several would do. */
    public Role roleOf(People people) {
        Set<Role> wanted = needsTwo() && people.confirmedBy() != null ? second : first;
        return people.actor().roles().stream()
                .filter(wanted::contains)
                .sorted()
                .findFirst()
                .orElseGet(() ->
                        people.actor().roles().stream().sorted().findFirst().orElseThrow());
    }

    private static void allowed(Set<Role> roles, Person person) {
        Guard.that(person.roles().stream().anyMatch(roles::contains), () -> Refusal.of(CommonRefusals.ROLE_NOT_ALLOWED)
                .with("roles", roles.stream().map(Role::word).sorted().collect(Collectors.joining(", "))));
    }
}
