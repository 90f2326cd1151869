package org.specialfund.ledger.api.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.api.error.Problem;
import org.specialfund.ledger.api.error.ProblemException;
import org.specialfund.ledger.api.http.Page;
import org.specialfund.ledger.api.http.PageOf;
import org.specialfund.ledger.api.http.VersionMatch;
import org.specialfund.ledger.core.decision.Form;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for the administrator; who else may see what is decided in {@link SecurityConfiguration}. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users")
class UsersController {

    /**
     * A new user.
     *
     * @param personId of another login of the same natural person; absent for a new person
     * @param unit the payee id of the unit that the user answers for; with the role {@code unit} only
     */
    record NewUser(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable UUID personId,
            @Nullable List<String> roles,
            @Nullable String unit) {

        void check() {
            Form form = new Form().code("name", name).text("displayName", displayName);
            checkUnit(RoleWords.check(form, roles), roles, unit);
        }
    }

    record NewRoles(@Nullable List<String> roles, @Nullable String unit) {

        void check() {
            checkUnit(RoleWords.check(new Form(), roles), roles, unit);
        }
    }

    record UserView(
            String name,
            String displayName,
            UUID personId,
            List<String> roles,
            @Nullable String unit,
            boolean disabled,
            boolean mustChangePassword) {

        static UserView of(Account account) {
            return new UserView(
                    account.name(),
                    account.displayName(),
                    account.personId(),
                    Account.words(account.roles()),
                    account.unit(),
                    account.disabled(),
                    account.mustChangePassword());
        }
    }

    /** A password for the first sign-in, shown once. */
    record OneTimePassword(String name, String oneTimePassword) {}

    private final Users users;
    private final Accounts accounts;
    private final UserChanges changes;

    UsersController(Users users, Accounts accounts, UserChanges changes) {
        this.users = users;
        this.accounts = accounts;
        this.changes = changes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a user; the answer shows the one-time password, once")
    OneTimePassword create(@RequestBody NewUser body, Person by) {
        body.check();
        String name = Objects.requireNonNull(body.name());
        return new OneTimePassword(
                name,
                users.create(
                        name,
                        Objects.requireNonNull(body.displayName()),
                        body.personId(),
                        RoleWords.roles(Objects.requireNonNull(body.roles())),
                        body.unit(),
                        by.id()));
    }

    @GetMapping
    @Operation(summary = "Users in the order of their names")
    PageOf<UserView> list(Page page) {
        return PageOf.of(
                accounts.list(page.after(), page.fetch()).stream()
                        .map(UserView::of)
                        .toList(),
                page,
                UserView::name);
    }

    @GetMapping("/{name}")
    @Operation(summary = "One user; the ETag goes into If-Match of a change")
    ResponseEntity<UserView> get(@PathVariable String name) {
        return answer(users.get(name));
    }

    @PutMapping("/{name}/roles")
    @Operation(summary = "Give a user just these roles; sessions of the user end, tokens keep what is left")
    ResponseEntity<UserView> setRoles(
            @PathVariable String name,
            @RequestBody NewRoles body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Person by) {
        body.check();
        return answer(users.setRoles(
                name,
                RoleWords.roles(Objects.requireNonNull(body.roles())),
                body.unit(),
                VersionMatch.wanted(ifMatch),
                by.id()));
    }

    @PostMapping("/{name}/disable")
    @Operation(summary = "Keep a user out; sessions end, tokens rest")
    ResponseEntity<UserView> disable(@PathVariable String name, Person by) {
        return answer(users.setDisabled(name, true, by.id()));
    }

    @PostMapping("/{name}/enable")
    @Operation(summary = "Let a user in again")
    ResponseEntity<UserView> enable(@PathVariable String name, Person by) {
        return answer(users.setDisabled(name, false, by.id()));
    }

    @PostMapping("/{name}/reset-password")
    @Operation(summary = "Give a user a new one-time password, shown once; sessions and tokens of the user end")
    OneTimePassword resetPassword(@PathVariable String name, Person by) {
        return new OneTimePassword(name, users.resetPassword(name, by.id()));
    }

    @GetMapping("/{name}/changes")
    @Operation(summary = "Who changed this user, when, and to what; for inspectors and auditors too")
    PageOf<UserChanges.Change> changes(@PathVariable String name, Page page) {
        return PageOf.of(
                changes.list(users.get(name).name(), id(page.after()), page.fetch()),
                page,
                change -> Long.toString(change.id()));
    }

    private static long id(@Nullable String after) {
        if (after != null && !after.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.malformed("cursor", "invalid"));
        }
        return after == null ? 0 : Long.parseLong(after);
    }

    private static void checkUnit(Form form, @Nullable List<String> roles, @Nullable String unit) {
        boolean isUnit = roles != null && roles.contains(Role.UNIT.word());
        if (isUnit) {
            form.payee("unit", unit);
        } else {
            form.that(unit == null, "unit", "only-with-role-unit");
        }
        form.check();
    }

    private static ResponseEntity<UserView> answer(Account account) {
        return ResponseEntity.ok().eTag(VersionMatch.tag(account.version())).body(UserView.of(account));
    }
}
