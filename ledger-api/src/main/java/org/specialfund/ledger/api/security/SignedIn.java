package org.specialfund.ledger.api.security;

import java.util.Set;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who has signed in. Its name, and so that of {@code request.getUserPrincipal()}, is the person's opaque id;
 * its authorities are role words, none as long as a one-time password must be changed. Immutable.
 */
@SuppressWarnings("serial") // sessions stay in memory
final class SignedIn extends AbstractAuthenticationToken {

    /** How they have proved who they are. */
    enum By {
        PASSWORD,
        TOKEN
    }

    private final Account account;
    private final Person person;
    private final By by;

    SignedIn(Account account, Set<Role> narrowed, By by) {
        super(
                account.mustChangePassword()
                        ? Set.of()
                        : account.person(narrowed).roles().stream()
                                .map(role -> new SimpleGrantedAuthority(role.word()))
                                .toList());
        this.account = account;
        this.person = account.person(narrowed);
        this.by = by;
        super.setAuthenticated(true);
    }

    static SignedIn withPassword(Account account) {
        return new SignedIn(account, account.roles(), By.PASSWORD);
    }

    /** Whom an issuer vouches for: a one-time password of ours plays no part. */
    static SignedIn byIssuer(Account account) {
        return new SignedIn(account.withOwnPassword(), account.roles(), By.TOKEN);
    }

    Account account() {
        return account;
    }

    Person person() {
        return person;
    }

    By by() {
        return by;
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return person.id();
    }
}
