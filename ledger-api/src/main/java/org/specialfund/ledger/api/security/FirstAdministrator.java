package org.specialfund.ledger.api.security;

import java.util.Set;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first administrator of an empty ledger, and shows the one-time password on the console: not in the log,
 * which is kept and sent on.
 */
@Component
@Profile("!" + DemoUsers.PROFILE)
class FirstAdministrator implements ApplicationRunner {

    static final String NAME = "administrator";

    private final Accounts accounts;
    private final Users users;
    private final TransactionTemplate transaction;

    FirstAdministrator(Accounts accounts, Users users, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.users = users;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            accounts.lock(); // two nodes may start at once
            if (accounts.isEmptyBut(true)) {
                show(users.create(NAME, "Administrator", null, Set.of(Role.ADMINISTRATOR), null, null));
            }
        });
    }

    private static void show(String password) {
        System.out.printf(
                "%n    First start: sign in as  %s%n    one-time password        %s%n    It is shown only now.%n%n",
                NAME, password);
    }
}
