package org.specialfund.ledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.specialfund.ledger.api.HttpTest;
import org.specialfund.ledger.api.MultipartBody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What tests of imports over HTTP share. */
abstract class ImportHttpTest extends HttpTest {

    /** One for all, as their application is; what ended imports leave in it is deleted by a test. */
    private static final Path FOLDER = Path.of("target/test-imports");

    @Autowired
    protected JdbcTemplate jdbc;

    /** Small enough to be reached by tests. */
    protected static final int LARGEST_FILE = 64 << 10;

    protected static final int MOST_ROWS = 40;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry registry) {
        registry.add("ledger.imports.max-file-size", () -> LARGEST_FILE + "B");
        registry.add("ledger.imports.most-rows", () -> MOST_ROWS);
        registry.add("ledger.imports.directory", () -> FOLDER);
    }

    /** A multipart request; the key makes it the same request again. */
    protected HttpRequest.Builder upload(String user, String key, byte[] file, Map<String, String> fields) {
        MultipartBody body = new MultipartBody();
        fields.forEach(body::field);
        body.file("file", "lines.csv", file);
        return as(user, "/api/v1/imports")
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", key)
                .POST(body.publisher());
    }

    /** Uploads as the clerk and waits until the file was rehearsed, or could not be. */
    protected JsonNode rehearsed(byte[] file, String profile, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("profile", profile));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        HttpResponse<String> response = send(upload("clerk", UUID.randomUUID().toString(), file, fields));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return await(json(response).get("id").asString(), "rehearsed", "failed");
    }

    protected JsonNode confirmed(String id) {
        HttpResponse<String> response = send(post("approver", "/api/v1/imports/" + id + "/confirm", ""));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return await(id, "recorded", "failed");
    }

    protected JsonNode await(String id, String... states) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            JsonNode view = json(send(as("clerk", "/api/v1/imports/" + id)));
            if (java.util.List.of(states).contains(view.get("state").asString())) {
                return view;
            }
            assertThat(System.nanoTime()).as(view.toString()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    /** A file as it is. */
    protected byte[] bytes(String address) {
        try {
            var response = java.net.http.HttpClient.newHttpClient()
                    .send(as("clerk", address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected long events() {
        return jdbc.queryForObject("select count(*) from ledger_event", Long.class);
    }

    protected long position() {
        return jdbc.queryForObject("select max(position) from ledger_event", Long.class);
    }

    /** How many uploaded files are kept. */
    protected long files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.count();
        }
    }

    protected static String id(JsonNode view) {
        return view.get("id").asString();
    }
}
