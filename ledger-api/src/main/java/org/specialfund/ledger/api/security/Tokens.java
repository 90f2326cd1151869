package org.specialfund.ledger.api.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens. A token acts for its user, in those roles that it was given and that the user still has. */
@Service
class Tokens {

    static final int MOST = 100;

    /** A token without its secret. */
    record TokenView(
            UUID id,
            String user,
            String name,
            List<String> roles,
            Instant createdAt,
            Instant expiresAt,
            boolean revoked) {}

    /** A new token: the only time that its secret is seen. */
    record NewToken(UUID id, String name, String token, List<String> roles, Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final boolean demo;

    Tokens(JdbcClient jdbc, Accounts accounts, Environment environment) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.demo = environment.acceptsProfiles(Profiles.of(DemoUsers.PROFILE));
    }

    /** Who holds this token; empty where it is unknown, expired or revoked, or its user disabled. */
    Optional<SignedIn> holder(String token) {
        return jdbc.sql("""
                        select u.*, t.roles as token_roles from app_token t join app_user u on u.name = t.user_name
                        where t.hash = :hash and t.revoked_at is null and t.expires_at > clock_timestamp()""")
                .param("hash", Secrets.hash(token))
                .query((row, index) -> new SignedIn(
                        Account.of(row, demo), Account.roles(row.getArray("token_roles")), SignedIn.By.TOKEN))
                .optional()
                .filter(holder -> !holder.account().disabled());
    }

    @Transactional
    NewToken issue(Account account, String label, Set<Role> roles, Instant expiresAt) {
        accounts.lock(); // two requests at once could both be the hundredth
        Guard.that(account.roles().containsAll(roles), () -> Refusal.of(UserRefusals.ROLE_NOT_YOURS)
                .with("roles", String.join(", ", Account.words(account.roles()))));
        Guard.that(inUse(account.name()) < MOST, () -> Refusal.of(UserRefusals.TOO_MANY_TOKENS)
                .with("most", MOST));
        NewToken token = new NewToken(UUID.randomUUID(), label, Secrets.token(), Account.words(roles), expiresAt);
        jdbc.sql("""
                        insert into app_token (id, hash, user_name, label, roles, expires_at)
                        values (:id, :hash, :user, :label, string_to_array(:roles, ','), :expiresAt)""")
                .param("id", token.id())
                .param("hash", Secrets.hash(token.token()))
                .param("user", account.name())
                .param("label", label)
                .param("roles", Account.joined(roles))
                .param("expiresAt", OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
                .update();
        return token;
    }

    /**
     * Tokens in the order of their ids.
     *
     * @param user null for everybody's
     * @param after null for the beginning
     */
    List<TokenView> list(@Nullable String user, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select * from app_token
                        where (cast(:user as text) is null or user_name = :user)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit""")
                .param("user", user)
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> view(row))
                .list();
    }

    /**
     * Ends a token; once more does nothing.
     *
     * @param user null where the token may be anybody's
     */
    void revoke(UUID id, @Nullable String user) {
        String sql = """
                update app_token set revoked_at = coalesce(revoked_at, clock_timestamp())
                where id = :id and (cast(:user as text) is null or user_name = :user)""";
        int found = jdbc.sql(sql).param("id", id).param("user", user).update();
        Guard.that(found == 1, () -> Refusal.of(UserRefusals.UNKNOWN_TOKEN));
    }

    /** Ends all tokens of a user: the password may have been somebody else's too. */
    void revokeAll(String user) {
        jdbc.sql("update app_token set revoked_at = clock_timestamp() where user_name = :user and revoked_at is null")
                .param("user", user)
                .update();
    }

    private long inUse(String user) {
        String sql = """
                select count(*) from app_token
                where user_name = :user and revoked_at is null and expires_at > clock_timestamp()""";
        return jdbc.sql(sql).param("user", user).query(Long.class).single();
    }

    private static TokenView view(ResultSet row) throws SQLException {
        return new TokenView(
                row.getObject("id", UUID.class),
                row.getString("user_name"),
                row.getString("label"),
                Account.words(Account.roles(row.getArray("roles"))),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getObject("revoked_at", OffsetDateTime.class) != null);
    }
}
