package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specialfund.ledger.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody unknown can reach: health and the sign-in, nothing else. */
class AnonymousTest extends HttpTest {

    private static final Set<String> OPEN = Set.of("/login", "/error");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyEndpointRefusesAnonymous() {
        Set<String> asked = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    if (!OPEN.contains(pattern)) {
                        asked.add(method + " "
                                + pattern.replaceAll("\\{[^}]*}", "x").replace("*", "x"));
                    }
                }
            }
        }

        assertThat(asked).contains("POST /api/v1/tokens", "PUT /api/v1/users/x/roles", "GET /v3/api-docs");
        for (String endpoint : asked) {
            String[] parts = endpoint.split(" ");
            HttpResponse<String> response = send(request(parts[1]).method(parts[0], BodyPublishers.noBody()));
            problem(response, 401, "unauthenticated");
            assertThat(header(response, "WWW-Authenticate")).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/actuator/env",
                "/swagger-ui/index.html",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/api/v1/nothing",
                "/",
                "/favicon.ico",
                "/webjars/x"
            })
    void whatIsNotAControllerRefusesAnonymousToo(String path) {
        problem(send(request(path)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpenAndTellsNothingMore(String path) {
        HttpResponse<String> response = send(request(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("status").asString()).isEqualTo("UP");
        assertThat(json(response).has("components")).isFalse();
    }

    @Test
    void aBrowserIsSentToTheSignIn() {
        HttpResponse<String> response = send(request("/").header("Accept", "text/html"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(header(response, "Location")).endsWith("/login");
        assertThat(send(request("/login").header("Accept-Language", "zh-CN")).body())
                .contains("登录", "lang=\"zh-CN\"");
    }

    @Test
    void nobodyUnknownMakesASession() {
        for (String path : Set.of("/", "/login", "/api/v1/me")) {
            HttpResponse<String> response = send(request(path).header("Accept", "text/html"));
            assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        }
    }
}
