package org.specialfund.ledger.api.security;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes users, one change at a time, and notes each. */
@Service
class Users {

    /** What moves money, or decides how it may move: nothing for whoever hands out the roles. */
    static final Set<Role> MOVING_MONEY =
            Set.of(Role.PLANNER, Role.LEADER, Role.UNIT, Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.TREASURY);

    private final Accounts accounts;
    private final UserChanges changes;
    private final Tokens tokens;
    private final PasswordEncoder passwords;

    Users(Accounts accounts, UserChanges changes, Tokens tokens, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.changes = changes;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    Account get(String name) {
        return Guard.present(accounts.find(name).orElse(null), () -> Refusal.of(UserRefusals.UNKNOWN_USER)
                .with("name", name));
    }

    /**
     * Makes a user.
     *
     * @param personId of another login of the same person; null for a new person
     * @param by the administrator's person id; null where the application does it
     * @return the password for the first sign-in
     */
    @Transactional
    String create(
            String name,
            String displayName,
            @Nullable UUID personId,
            Set<Role> roles,
            @Nullable String unit,
            @Nullable String by) {
        accounts.lock();
        accounts.find(name).ifPresent(existing -> {
            throw Refusal.of(UserRefusals.USER_EXISTS)
                    .with("existing", existing.name())
                    .asException();
        });
        if (personId != null) {
            Guard.that(!accounts.ofPerson(personId).isEmpty(), () -> Refusal.of(UserRefusals.UNKNOWN_PERSON)
                    .with("personId", personId));
        }
        UUID person = personId == null ? UUID.randomUUID() : personId;
        checkSeparation(person, name, roles);
        String password = Secrets.oneTimePassword();
        accounts.insert(
                new Account(name, displayName, person, passwords.encode(password), true, roles, unit, false, 1), false);
        changes.note(name, "created", by);
        return password;
    }

    /**
     * Gives a user just these roles; sessions end.
     *
     * @param version which the administrator has seen; null where it does not matter
     */
    @Transactional
    Account setRoles(String name, Set<Role> roles, @Nullable String unit, @Nullable Long version, String by) {
        accounts.lock();
        Account account = get(name);
        VersionMatch.check(version, account.version());
        if (!roles.contains(Role.ADMINISTRATOR)) {
            checkNotLast(account);
        }
        checkSeparation(account.personId(), account.name(), roles);
        accounts.setRoles(account.name(), roles, unit);
        changes.note(account.name(), "roles", by);
        return get(name);
    }

    /** Lets a user in, or keeps them out; sessions end and tokens rest meanwhile. */
    @Transactional
    Account setDisabled(String name, boolean disabled, String by) {
        accounts.lock();
        Account account = get(name);
        if (disabled) {
            checkNotLast(account);
        }
        accounts.setDisabled(account.name(), disabled);
        changes.note(account.name(), disabled ? "disabled" : "enabled", by);
        return get(name);
    }

    /** Gives a user a new one-time password, and ends their sessions and tokens. */
    @Transactional
    String resetPassword(String name, String by) {
        accounts.lock();
        Account account = get(name);
        String password = Secrets.oneTimePassword();
        accounts.setPassword(account.name(), passwords.encode(password), true);
        tokens.revokeAll(account.name());
        changes.note(account.name(), "password-reset", by);
        return password;
    }

    /** A user's own change of password, the old one checked before. Sessions end; tokens go on until revoked. */
    @Transactional
    void changePassword(Account account, String password) {
        accounts.setPassword(account.name(), passwords.encode(password), false);
        changes.note(account.name(), "password-changed", account.personId().toString());
    }

    private void checkSeparation(UUID person, String name, Set<Role> roles) {
        Set<Role> all = new HashSet<>(roles);
        List<Account> others = accounts.ofPerson(person);
        others.stream().filter(other -> !other.name().equals(name)).forEach(other -> all.addAll(other.roles()));
        if (!all.contains(Role.ADMINISTRATOR)) {
            return;
        }
        Set<Role> moving = EnumSet.copyOf(all);
        moving.retainAll(MOVING_MONEY);
        Guard.that(moving.isEmpty(), () -> Refusal.of(UserRefusals.ADMINISTRATOR_MOVES_NO_MONEY)
                .with("roles", String.join(", ", Account.words(moving))));
    }

    private void checkNotLast(Account account) {
        if (account.roles().contains(Role.ADMINISTRATOR) && !account.disabled()) {
            Guard.that(
                    accounts.anotherAdministrator(account.name()), () -> Refusal.of(UserRefusals.LAST_ADMINISTRATOR));
        }
    }
}
