package org.specialfund.ledger.api.security;

import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a name and a password. A wrong name takes as long as a wrong password, and answers the same. */
@Component
class SignIn implements AuthenticationProvider {

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AttemptLimit limit = new AttemptLimit(InstantSource.system());
    private final String nobody;

    SignIn(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobody = passwords.encode(Secrets.oneTimePassword());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String address =
                claim.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        return SignedIn.withPassword(check(claim.getName(), String.valueOf(claim.getCredentials()), address));
    }

    /** The login of that name, if the password is its own; too many attempts answer with a problem of their own. */
    Account check(String name, String password, String address) {
        limit.begin(name, address);
        Account account = name.indexOf('\0') >= 0 ? null : accounts.find(name).orElse(null);
        boolean right = password.length() <= LONGEST
                && passwords.matches(password, account == null ? nobody : account.passwordHash());
        if (account == null || !right || account.disabled()) {
            throw new BadCredentialsException("wrong name or password");
        }
        limit.succeeded(name, address);
        return account;
    }
}
