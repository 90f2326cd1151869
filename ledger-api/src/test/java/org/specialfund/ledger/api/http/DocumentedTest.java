package org.specialfund.ledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.specialfund.ledger.api.HttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What the application says about itself: its API, its codes, its metrics, its log. */
@ExtendWith(OutputCaptureExtension.class)
class DocumentedTest extends HttpTest {

    @Test
    void theApiIsDescribed() {
        HttpResponse<String> response = send(as("clerk", "/v3/api-docs"));
        JsonNode api = json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(api.at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("bearer", "basic", "session");
        assertThat(api.at("/paths/~1api~1v1~1users/get/parameters").toString()).contains("cursor", "limit");
        assertThat(api.at("/paths/~1api~1v1~1tokens/post/security").toString()).contains("basic");
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(response.body()).doesNotContain("http://127.0.0.1", "actuator", "\"Person\"");
    }

    @Test
    void thePageToTryItAsksNobodyOutside() {
        for (String path : new String[] {"/swagger-ui/index.html", "/swagger-ui/swagger-initializer.js"}) {
            HttpResponse<String> response = send(as("clerk", path));
            assertThat(response.statusCode()).as(path).isEqualTo(200);

            assertThat(Pattern.compile("(src|href|url)\\s*[=:]\\s*[\"']https?:")
                            .matcher(response.body())
                            .find())
                    .as(path)
                    .isFalse();
        }
        assertThat(send(as("clerk", "/v3/api-docs/swagger-config")).body()).doesNotContain("swagger.io");
    }

    @Test
    void everyCodeIsInTheCatalogueInBothLanguages() {
        JsonNode catalogue = json(send(as("clerk", "/api/v1/refusal-codes")));

        assertThat(catalogue.toString())
                .contains(
                        "\"unauthenticated\"",
                        "\"last-administrator\"",
                        "\"same-person\"",
                        "\"batch-refused\"",
                        "\"edge\"");
        assertThat(catalogue.findValuesAsString("code")).doesNotHaveDuplicates();
        for (JsonNode entry : catalogue) {
            assertThat(entry.get("code").asString()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(entry.get("english").asString()).matches("\\p{ASCII}+[.]");
            assertThat(entry.get("chinese").asString()).containsPattern("[\\u4e00-\\u9fff]");
            assertThat(entry.get("status").asInt()).isBetween(400, 503);
        }
    }

    @Test
    void metricsAreForThoseWhoWatch() {
        problem(send(as("clerk", "/actuator/prometheus")), 403, "forbidden");
        for (String user : new String[] {"admin", "inspector", "auditor"}) {
            HttpResponse<String> metrics = send(as(user, "/actuator/prometheus"));
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void aRequestLeavesOneLineWithoutSecrets(CapturedOutput output) {
        String token = token("clerk");
        send(post("clerk", "/api/v1/users/zhang.san/roles?secret=query", "{\"roles\":[\"body-secret\"]}")
                .header("X-Correlation-Id", "line-1"));
        send(as("clerk", "/api/v1/me").header("X-Correlation-Id", "line-2"));

        await().untilAsserted(() -> assertThat(output.getAll()) // the line is written after the answer
                .contains("GET /api/v1/me 200")
                .contains(DemoUsers.personId("clerk"))
                .contains("line-2")
                .doesNotContain(token, "query", "body-secret", "zhang.san"));
    }
}
