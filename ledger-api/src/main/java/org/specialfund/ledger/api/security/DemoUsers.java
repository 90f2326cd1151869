package org.specialfund.ledger.api.security;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One user a role, all with the password {@code demo}, for trying the ledger on one's own machine. They stay in the
 * database, but cannot sign in without the profile; and the profile will not open a ledger that has real users.
 */
@Component
@Profile(DemoUsers.PROFILE)
public class DemoUsers implements SmartInitializingSingleton {

    /** The profile. */
    public static final String PROFILE = "demo";

    /** The payee id of the unit that the user {@code unit} answers for. */
    public static final String UNIT = "CN-USCC:91320200MADEM0001P";

    private static final String PASSWORD = "demo";

    private final Accounts accounts;
    private final UserChanges changes;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;

    DemoUsers(Accounts accounts, UserChanges changes, PasswordEncoder passwords, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** The person id of the demonstration's user with this login name: always the same. */
    public static String personId(String name) {
        return UUID.nameUUIDFromBytes(("ledger-demo:" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Before anything listens, so that whoever is answered at all can sign in. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            accounts.lock();
            if (!accounts.isEmptyBut(true)) {
                throw new IllegalStateException("This database holds real users: it will not open with the profile "
                        + PROFILE + ", which lets everybody in with a known password.");
            }
            for (Role role : Role.values()) {
                add(role == Role.ADMINISTRATOR ? "admin" : role.word(), role);
            }
        });
    }

    private void add(String name, Role role) {
        if (accounts.find(name).isPresent()) {
            return;
        }
        Account account = new Account(
                name,
                "Demo " + name,
                UUID.fromString(personId(name)),
                passwords.encode(PASSWORD),
                false,
                Set.of(role),
                role == Role.UNIT ? UNIT : null,
                false,
                1);
        accounts.insert(account, true);
        changes.note(name, "created", null);
    }
}
