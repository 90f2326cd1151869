package org.specialfund.ledger.api.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemCode;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens. The only address that takes HTTP Basic. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens")
class TokensController {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * A token to be issued; every field may be absent.
     *
     * @param name to recognise it by
     * @param roles some of the user's own; absent for all of them
     * @param expiresAt 366 days ahead at most; absent for 30 days
     */
    record NewToken(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable Instant expiresAt) {}

    private final Tokens tokens;
    private final CurrentUser user;

    TokensController(Tokens tokens, CurrentUser user) {
        this.tokens = tokens;
        this.user = user;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "basic")
    @Operation(
            summary = "Issue a bearer token; the answer shows it, once",
            description = "With HTTP Basic, or from a session. With Accept: text/plain the answer is the token alone.")
    Tokens.NewToken issue(@RequestBody(required = false) @Nullable NewToken body) {
        SignedIn holder = user.signedIn();
        if (holder.by() == SignedIn.By.TOKEN) {
            throw new ProblemException(ProblemCode.TOKEN_NOT_ENOUGH); // or a token could outlive its end
        }
        NewToken wanted = body == null ? new NewToken(null, null, null) : body;
        Instant now = InstantSource.system().instant();
        Instant asked = wanted.expiresAt() == null ? now.plus(USUAL) : wanted.expiresAt();
        Instant expiresAt = asked.truncatedTo(ChronoUnit.SECONDS); // the answer says just what is stored
        Form form = new Form()
                .optionalText("name", wanted.name())
                .that(expiresAt.isAfter(now) && !expiresAt.isAfter(now.plus(LONGEST)), "expiresAt", "out-of-range");
        if (wanted.roles() != null) {
            RoleWords.check(form, wanted.roles());
        }
        form.check();
        Set<Role> roles = wanted.roles() == null ? holder.account().roles() : RoleWords.roles(wanted.roles());
        return tokens.issue(holder.account(), wanted.name() == null ? "token" : wanted.name(), roles, expiresAt);
    }

    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "basic")
    String issuePlain(@RequestBody(required = false) @Nullable NewToken body) {
        return issue(body).token();
    }

    @GetMapping
    @Operation(summary = "Your own tokens, or everybody's for an administrator; never their secrets")
    PageOf<Tokens.TokenView> list(Page page) {
        return PageOf.of(tokens.list(owner(), id(page.after()), page.fetch()), page, token -> token.id()
                .toString());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke one of your own tokens, or anybody's for an administrator")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id, owner());
    }

    private @Nullable String owner() {
        SignedIn holder = user.signedIn();
        return holder.person().roles().contains(Role.ADMINISTRATOR)
                ? null
                : holder.account().name();
    }

    private static @Nullable UUID id(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
    }
}
