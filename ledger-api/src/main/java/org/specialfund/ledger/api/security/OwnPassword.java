package org.specialfund.ledger.api.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.core.decision.Form;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** A user's own change of password: length counts, and bcrypt reads no more than 72 bytes. */
@Component
class OwnPassword {

    private static final int SHORTEST = 10;
    private static final int MOST_BYTES = 72;

    private final CurrentUser user;
    private final SignIn signIn;
    private final Users users;

    OwnPassword(CurrentUser user, SignIn signIn, Users users) {
        this.user = user;
        this.signIn = signIn;
        this.users = users;
    }

    /** Changes it; a wrong current password counts as a failed attempt to sign in. */
    void change(@Nullable String current, @Nullable String wanted, String address) {
        SignedIn holder = user.signedIn();
        if (holder.by() == SignedIn.By.TOKEN) {
            throw new ProblemException(ProblemCode.TOKEN_NOT_ENOUGH);
        }
        String name = holder.account().name();
        if (current == null || wanted == null) {
            throw new ProblemException(
                    Problem.malformed(current == null ? "currentPassword" : "newPassword", "required"));
        }
        new Form()
                .that(wanted.length() >= SHORTEST, "newPassword", "too-short")
                .that(wanted.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES, "newPassword", "too-long")
                .that(
                        !wanted.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)),
                        "newPassword",
                        "same-as-name")
                .that(!wanted.equals(current), "newPassword", "invalid")
                .check();
        try {
            users.changePassword(signIn.check(name, current, address), wanted);
        } catch (BadCredentialsException e) {
            throw new ProblemException(Problem.malformed("currentPassword", "wrong"));
        }
    }
}
