package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of an OAuth 2 issuer, one on this machine's loopback. */
class IssuerTest extends HttpTest {

    private static final RSAKey KEY = key("k1");
    private static final HttpServer ISSUER = issuer();
    private static final String ADDRESS =
            "http://127.0.0.1:" + ISSUER.getAddress().getPort();

    @Autowired
    private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> ADDRESS);
        registry.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "ledger");
        registry.add("ledger.oauth2.user-claim", () -> "login");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @Test
    void aTokenOfTheIssuerIsOneOfOurUsersWithTheRolesTheyHaveHere() {
        HttpResponse<String> me = me(signed(KEY, claims -> claims.claim("roles", "administrator")));

        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(json(me).get("name").asString()).isEqualTo("clerk");
        assertThat(json(me).get("roles").toString()).isEqualTo("[\"clerk\"]");
        assertThat(send(as("reviewer", "/api/v1/me")).statusCode())
                .as("our own tokens go on")
                .isEqualTo(200);
    }

    @Test
    void itMustBeTheIssuersForThisLedgerInTimeAndOfAUser() throws JOSEException {
        refused(signed(key("k1"), claims -> claims));
        refused(signed(KEY, claims -> claims.issuer("http://127.0.0.1:1")));
        refused(signed(KEY, claims -> claims.audience("payroll")));
        refused(signed(KEY, claims -> claims.expirationTime(date(Duration.ofMinutes(-5)))));
        refused(signed(KEY, claims -> claims.expirationTime(null)));
        refused(signed(KEY, claims -> claims.notBeforeTime(date(Duration.ofMinutes(5)))));
        refused(signed(KEY, claims -> claims.claim("login", "nobody")));
        refused(signed(KEY, claims -> claims.claim("login", "Clerk")));
        refused(signed(KEY, claims -> claims.claim("login", 7)));
        refused(signed(KEY, claims -> claims.claim("login", null)));
        refused(new PlainJWT(claims().build()).serialize() + "e30");
        refused("e30.e30.e30");
        String token = signed(KEY, claims -> claims);
        refused(token.substring(0, token.length() - 9) + "AAAAAAAAA");
    }

    @Test
    void whoIsDisabledHereStaysOut() {
        jdbc.update("update app_user set disabled = true where name = 'treasury'");
        try {
            refused(signed(KEY, claims -> claims.claim("login", "treasury")));
        } finally {
            jdbc.update("update app_user set disabled = false where name = 'treasury'");
        }
    }

    @Test
    void aOneTimePasswordOfOursPlaysNoPart() {
        jdbc.update("update app_user set must_change_password = true where name = 'expert'");
        try {
            HttpResponse<String> codes = send(request("/api/v1/refusal-codes")
                    .header("Authorization", "Bearer " + signed(KEY, claims -> claims.claim("login", "expert"))));
            assertThat(codes.statusCode()).as(codes.body()).isEqualTo(200);
        } finally {
            jdbc.update("update app_user set must_change_password = false where name = 'expert'");
        }
    }

    private void refused(String token) {
        problem(me(token), 401, "invalid-token");
    }

    private HttpResponse<String> me(String token) {
        return send(request("/api/v1/me").header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ADDRESS)
                .subject("0b7e")
                .audience("ledger")
                .claim("login", "clerk")
                .expirationTime(date(Duration.ofMinutes(5)));
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> with) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                with.apply(claims()).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Date date(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            answer(
                    server,
                    "/.well-known/openid-configuration",
                    "{\"issuer\": \"" + address + "\", \"jwks_uri\": \"" + address + "/keys\"}");
            answer(server, "/keys", new JWKSet(KEY.toPublicJWK()).toString());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
