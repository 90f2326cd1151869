package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with the demonstration's users, over real HTTP on a random port of this machine. */
@SpringBootTest(
        classes = LedgerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.axonserver.enabled=false",
            // The rules look at events when a test says so.
            "ledger.red-flags.follow=false",
            // A key of the tests, so that none is left behind in a file.
            "ledger.vault.key=dGhpcyBpcyBhIGtleSBmb3IgdGVzdHMgb25seSEhISE="
        })
@ActiveProfiles("demo")
public abstract class HttpTest {

    protected static final JsonMapper JSON = JsonMapper.shared();

    private static final String DATABASE = TestDatabase.fresh();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> DATABASE);
        // Several applications share one server while their contexts are kept.
        registry.add("spring.datasource.hikari.minimum-idle", () -> "1");
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> "16");
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** A request with the bearer token of one of the demonstration's users. */
    protected HttpRequest.Builder as(String user, String path) {
        return request(path).header("Authorization", "Bearer " + token(user));
    }

    /** A POST of JSON with a key of its own. */
    protected HttpRequest.Builder post(String user, String path, String json) {
        return as(user, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json));
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Checks that the answer is a whole problem, and returns it. */
    protected static JsonNode problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.get("code").asString()).as(response.body()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("correlationId").asString()).isEqualTo(header(response, "X-Correlation-Id"));
        for (String member : List.of("type", "title", "detail")) {
            assertThat(problem.get(member).asString()).isNotBlank();
        }
        return problem;
    }

    protected static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    protected static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** A token with all the user's roles. */
    protected String token(String user) {
        return TOKENS.computeIfAbsent(user, name -> send(request("/api/v1/tokens")
                        .header("Authorization", basic(name, "demo"))
                        .header("Accept", "text/plain")
                        .POST(BodyPublishers.noBody()))
                .body());
    }
}
