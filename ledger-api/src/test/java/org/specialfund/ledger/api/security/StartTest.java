package org.specialfund.ledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.specialfund.ledger.api.LedgerApplication;
import org.specialfund.ledger.api.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first start, and what the demonstration's profile refuses. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final Pattern PASSWORD = Pattern.compile("one-time password\\s+(\\S+)");

    private final String database = TestDatabase.fresh();

    @Test
    void theFirstStartShowsAPasswordOnceThatMustBeChanged(CapturedOutput output) {
        String password;
        try (ConfigurableApplicationContext ledger = start("--server.address=127.0.0.1")) {
            Matcher shown = PASSWORD.matcher(output.getOut());
            assertThat(shown.find()).isTrue();
            password = shown.group(1);
            assertThat(shown.find()).isFalse();
            List<String> rows = ledger.getBean(JdbcClient.class)
                    .sql("select cast(u as text) from app_user u")
                    .query(String.class)
                    .list();
            assertThat(rows).singleElement().asString().doesNotContain(password).contains("{bcrypt}");

            Browser browser = new Browser(port(ledger));
            browser.signIn(FirstAdministrator.NAME, password);
            assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(403);
            browser.submit("/password", Map.of("currentPassword", password, "newPassword", "a new one for me"));
            browser.signIn(FirstAdministrator.NAME, "a new one for me");
            assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(200);
        }
        int before = output.getOut().length();
        start("--server.address=127.0.0.1").close();
        assertThat(output.getOut().substring(before)).doesNotContain("one-time password");
    }

    @Test
    void theDemonstrationListensOnThisMachineOnly() {
        try (ConfigurableApplicationContext ledger = start("--spring.profiles.active=demo")) {
            assertThat(ledger.getBean(TomcatServletWebServerFactory.class).getAddress())
                    .isEqualTo(InetAddress.getLoopbackAddress());
        }
        assertThatThrownBy(() -> start("--spring.profiles.active=demo", "--server.address=0.0.0.0"))
                .hasStackTraceContaining("set server.address=127.0.0.1");
        assertThatThrownBy(() -> start("--spring.profiles.active=demo", "--management.server.port=0"))
                .hasStackTraceContaining("set management.server.address=127.0.0.1");
    }

    @Test
    void theDemonstrationsUsersCannotSignInWithoutItsProfile() throws Exception {
        String token;
        try (ConfigurableApplicationContext ledger = start("--spring.profiles.active=demo")) {
            HttpResponse<String> issued = token(port(ledger));
            assertThat(issued.statusCode()).isEqualTo(201);
            token = issued.body();
        }
        try (ConfigurableApplicationContext ledger = start("--server.address=127.0.0.1")) {
            assertThat(token(port(ledger)).statusCode()).isEqualTo(401);
            HttpRequest request = HttpRequest.newBuilder(uri(port(ledger), "/api/v1/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThatThrownBy(() -> start("--spring.profiles.active=demo")).hasStackTraceContaining("holds real users");
    }

    private ConfigurableApplicationContext start(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--axon.axonserver.enabled=false", "--spring.datasource.url=" + database));
        arguments.addAll(List.of(more));
        return SpringApplication.run(LedgerApplication.class, arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext ledger) {
        return Integer.parseInt(ledger.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static HttpResponse<String> token(int port) throws Exception {
        String basic = Base64.getEncoder().encodeToString("clerk:demo".getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(uri(port, "/api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "text/plain")
                .POST(BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
