package org.specialfund.ledger.api.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.specialfund.ledger.api.MultipartBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that writes and reads over HTTP, and does not take silence for an answer. Thread-safe. */
public final class LedgerClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final int port;

    LedgerClient(int port) {
        this.port = port;
    }

    boolean isReady() throws InterruptedException {
        try {
            return http.send(to("/actuator/health/readiness").build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Sends a write; nothing where it is not acknowledged, so that nobody knows whether it was recorded. A refusal fails
     * the test: none of its commands deserves one, the first time or again.
     */
    public Optional<HttpResponse<String>> post(String user, String path, String json, String key) {
        try {
            HttpResponse<String> response = sent(as(user, path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(json)));
            if (response.statusCode() >= 500 || response.body().contains("\"in-flight\"")) {
                return Optional.empty();
            }
            assertThat(response.statusCode()).as(path + ": " + response.body()).isIn(200, 201, 202);
            return Optional.of(response);
        } catch (UncheckedIOException e) {
            return Optional.empty(); // killed, even while its user was signing in
        }
    }

    /** A write while nothing is killed. */
    public JsonNode done(String user, String path, String json) {
        return json(post(user, path, json, UUID.randomUUID().toString()).orElseThrow());
    }

    /** A write that one proposes and another confirms. */
    void done(String proposer, String confirmer, String path, String json) {
        String id = done(proposer, path, json).get("proposalId").asString();
        done(confirmer, "/proposals/" + id + "/confirm", "");
    }

    /** A read that succeeds, as JSON. */
    public JsonNode get(String user, String path) {
        return JSON.readTree(text(user, path));
    }

    /** A read that succeeds, as it is. */
    public String text(String user, String path) {
        HttpResponse<String> response = sent(as(user, path));
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }

    /** Uploads a file to be imported as the clerk, with more fields by name and value, and returns the import. */
    public JsonNode upload(String profile, byte[] file, String... more) {
        MultipartBody body = new MultipartBody().field("profile", profile);
        for (int i = 0; i < more.length; i += 2) {
            body.field(more[i], more[i + 1]);
        }
        body.file("file", "lines.csv", file);
        HttpResponse<String> response = sent(as("clerk", "/imports")
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body.publisher()));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return json(response);
    }

    /** Waits until an import is in one of the states. */
    public JsonNode awaitImport(String id, String... states) {
        return await().atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get("clerk", "/imports/" + id), view -> {
                    String state = view.get("state").asString();
                    assertThat(state)
                            .as(view.toString())
                            .satisfiesAnyOf(s -> assertThat(s).isNotEqualTo("failed"), s -> assertThat(states)
                                    .contains(s));
                    return List.of(states).contains(state);
                });
    }

    /** Confirms a rehearsed import as the approver, and waits until it is recorded. */
    public JsonNode confirmImport(String id) {
        done("approver", "/imports/" + id + "/confirm", "");
        return awaitImport(id, "recorded");
    }

    /** Waits until every projection has seen everything that is recorded. */
    public void awaitProjections() {
        await().atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(get("admin", "/projections"))
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.get("lag").asLong()).isZero()));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder as(String user, String path) {
        return to("/api/v1" + path).header("Authorization", "Bearer " + token(user));
    }

    private String token(String user) {
        return tokens.computeIfAbsent(user, this::newToken);
    }

    private String newToken(String user) {
        byte[] both = (user + ":demo").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = sent(to("/api/v1/tokens")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both))
                .header("Accept", "text/plain")
                .POST(BodyPublishers.noBody()));
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        return response.body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(40));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
