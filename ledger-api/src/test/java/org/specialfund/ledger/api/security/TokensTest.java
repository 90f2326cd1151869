package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

/** The life of a bearer token. */
class TokensTest extends HttpTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Test
    void aTokenIsIssuedShownOnceListedAndRevoked() {
        HttpResponse<String> issued = issue("reviewer", "{\"name\":\"nightly\"}");
        String token = json(issued).get("token").asString();
        String id = json(issued).get("id").asString();

        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(header(issued, "Cache-Control")).contains("no-store");
        assertThat(json(me(token)).get("name").asString()).isEqualTo("reviewer");
        assertThat(json(me(token)).get("roles").toString()).isEqualTo("[\"reviewer\"]");
        HttpResponse<String> list = send(as("reviewer", "/api/v1/tokens"));
        assertThat(list.body()).contains(id, "nightly").doesNotContain(token);

        assertThat(send(as("reviewer", "/api/v1/tokens/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(as("reviewer", "/api/v1/tokens/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        problem(me(token), 401, "invalid-token");
    }

    @Test
    void theSecretIsNotStored() {
        String token = json(issue("reviewer", "{}")).get("token").asString();

        List<String> rows = jdbc.sql("select cast(t as text) from app_token t")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token.substring(4)));
    }

    @Test
    void whereNoIssuerIsConfiguredNothingOfOneIsLoaded() {
        assertThat(context.getBeanNamesForType(JwtDecoder.class)).isEmpty();
        assertThat(context.getBeanNamesForType(IssuerTokens.class)).isEmpty();
        problem(me("e30.e30.e30"), 401, "invalid-token");
    }

    @Test
    void aTokenAsPlainTextIsEasyToPaste() {
        HttpResponse<String> response = send(request("/api/v1/tokens")
                .header("Authorization", basic("clerk", "demo"))
                .header("Accept", "text/plain")
                .POST(BodyPublishers.noBody()));

        assertThat(response.body()).matches("sfl_[A-Za-z0-9_-]{43}");
    }

    @Test
    void aTokenEnds() {
        String soon = Instant.now()
                .plus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        JsonNode issued = json(issue("reviewer", "{\"expiresAt\":\"" + soon + "\"}"));
        assertThat(issued.get("expiresAt").asString()).isEqualTo(soon);
        assertThat(me(issued.get("token").asString()).statusCode()).isEqualTo(200);

        jdbc.sql("update app_token set expires_at = clock_timestamp() where id = cast(:id as uuid)")
                .param("id", issued.get("id").asString())
                .update();

        problem(me(issued.get("token").asString()), 401, "invalid-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "{\"expiresAt\":\"2199-01-01T00:00:00Z\"}",
                "{\"roles\":[]}",
                "{\"roles\":[\"king\"]}",
                "{\"roles\":[null]}",
                "{\"name\":\"\"}"
            })
    void whatIsAskedForIsBounded(String body) {
        problem(issue("reviewer", body), 400, "malformed");
    }

    @Test
    void aTokenHasNoRoleThatItsUserHasNot() {
        problem(issue("reviewer", "{\"roles\":[\"approver\"]}"), 409, "role-not-yours");
    }

    @Test
    void aTokenCannotMakeATokenOrChangeAPassword() {
        problem(write("reviewer", "/api/v1/tokens", "{}", "POST"), 403, "token-not-enough");
        String body = "{\"currentPassword\":\"demo\",\"newPassword\":\"long enough to do\"}";
        problem(write("reviewer", "/api/v1/me/password", body, "PUT"), 403, "token-not-enough");
    }

    @Test
    void aTokenOfSomebodyElseIsUnknown() {
        String id = json(issue("auditor", "{}")).get("id").asString();

        problem(send(as("reviewer", "/api/v1/tokens/" + id).DELETE()), 404, "unknown-token");
        assertThat(send(as("reviewer", "/api/v1/tokens")).body()).doesNotContain(id);
        assertThat(send(as("admin", "/api/v1/tokens?limit=500")).body()).contains(id);
        assertThat(send(as("admin", "/api/v1/tokens/" + id).DELETE()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void tokensInUseAreBounded() {
        for (int i = 0; i < Tokens.MOST; i++) {
            jdbc.sql("""
                            insert into app_token (id, hash, user_name, label, roles, expires_at)
                            values (gen_random_uuid(), sha256(cast(:n as bytea)), 'expert', 'x', '{expert}',
                                    now() + interval '1 day')""").param("n", "many" + i).update();
        }
        problem(issue("expert", "{}"), 409, "too-many-tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer ", "bearer", "Bearer sfl_", "BEARER \u00e9", "Token x", "Bearer a b c"})
    void anInvalidTokenIsRefused(String header) {
        HttpResponse<String> response = send(request("/api/v1/me").header("Authorization", header));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void basicOpensTheTokensOnly() {
        problem(send(request("/api/v1/me").header("Authorization", basic("clerk", "demo"))), 401, "unauthenticated");
        HttpResponse<String> wrong = send(request("/api/v1/tokens")
                .header("Authorization", basic("clerk", "wrong"))
                .POST(BodyPublishers.noBody()));
        problem(wrong, 401, "wrong-credentials");
        assertThat(header(wrong, "WWW-Authenticate")).startsWith("Basic");
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> issue(String user, String body) {
        return send(request("/api/v1/tokens")
                .header("Authorization", basic(user, "demo"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> write(String user, String path, String body, String method) {
        HttpRequest.Builder request = as(user, path).header("Content-Type", "application/json");
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> me(String token) {
        return send(request("/api/v1/me").header("Authorization", "Bearer " + token));
    }
}
