package org.specialfund.ledger.api.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Tokens of an OAuth 2 issuer. The issuer says who somebody is; what they may do stays with our own users and their
 * roles. A token must end, and name in one of its claims the login of a user, letter for letter. Thread-safe.
 */
final class IssuerTokens {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);

    /** As long as a header may be. */
    private static final int LONGEST = 8_000;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final JwtDecoder decoder;
    private final Accounts accounts;
    private final String userClaim;

    /** Checks tokens with that decoder: signature, issuer, audience, time. */
    IssuerTokens(JwtDecoder decoder, Accounts accounts, String userClaim) {
        this.decoder = decoder;
        this.accounts = accounts;
        this.userClaim = userClaim;
    }

    /** Whether it looks like one; our own tokens have no dot. */
    static boolean isMeant(String token) {
        return token.length() <= LONGEST && FORM.matcher(token).matches();
    }

    /**
     * Whom the token signs in; empty where it is not valid, or names no user who may sign in. Throws a problem (503)
     * where the issuer's keys cannot be had.
     */
    Optional<SignedIn> holder(String token) {
        try {
            return user(decoder.decode(token));
        } catch (JwtDecoderInitializationException e) {
            throw unavailable(e);
        } catch (JwtException e) {
            if (e.getCause() instanceof KeySourceException cause && !(cause instanceof RateLimitReachedException)) {
                throw unavailable(e);
            }
            return Optional.empty();
        }
    }

    private Optional<SignedIn> user(Jwt token) {
        Object name = token.getClaims().get(userClaim);
        if (token.getExpiresAt() == null || !(name instanceof String login) || login.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return accounts.find(login)
                .filter(account -> account.name().equals(login) && !account.disabled())
                .map(SignedIn::byIssuer);
    }

    private static ProblemException unavailable(RuntimeException e) {
        LOG.error("The OAuth 2 issuer's keys cannot be had", e);
        return new ProblemException(ProblemCode.BUSY);
    }
}
