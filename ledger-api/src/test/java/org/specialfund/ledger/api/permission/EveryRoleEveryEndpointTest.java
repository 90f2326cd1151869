package org.specialfund.ledger.api.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specialfund.ledger.api.HttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.specialfund.ledger.core.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint has a row in the table of roles, and every role calls every endpoint over HTTP: who may not is refused
 * for that, and recorded where it was a command; whoever may is answered otherwise. The requests name nothing that
 * there is and have no sound body, so that none changes anything.
 */
class EveryRoleEveryEndpointTest extends HttpTest {

    private static final Permissions TABLE = Permissions.shipped();

    private static final Set<String> FOR_THE_ROLE = Set.of("forbidden", "role-not-allowed");

    /** They need no body, and begin work in the background: that it begins is tested where the work is. */
    private static final Set<String> BEGIN_WORK = Set.of("POST /api/v1/red-flags/run", "POST /api/v1/balance-checks");

    private static final Map<String, String> VALUES = Map.of(
            "id", new UUID(0, 0).toString(),
            "year", "2026",
            "number", "1",
            "kind", "csv",
            "file", "allocations.csv");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(endpoints().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.rows().stream().map(Permission::endpoint).toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isRefusedForTheRoleJustWhereTheTableSaysSo(Role role) {
        String user = role == Role.ADMINISTRATOR ? "admin" : role.word();
        token(user);
        Map<String, Long> before = counts();
        Instant begun = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, RequestMappingInfo> endpoints = endpoints();
        List<String> wrong = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (Permission row : TABLE.rows()) {
            boolean may = row.open() || row.roles().contains(role);
            if (may && BEGIN_WORK.contains(row.endpoint())) {
                continue;
            }
            if (!may && row.command() != null) {
                tried.add(row.command());
            }
            HttpResponse<String> response = send(body(as(user, path(row)), row, endpoints.get(row.endpoint())));
            if (refusedForTheRole(response) == may || response.statusCode() == 401 || response.statusCode() >= 500) {
                wrong.add(row.endpoint() + " " + response.statusCode() + " " + response.body());
            }
        }
        assertThat(wrong).as("answers to the role %s", role.word()).isEmpty();
        assertThat(counts()).as("what there is").isEqualTo(before);
        assertThat(refused(user, begun)).as("what is recorded").isEqualTo(tried);
    }

    @Test
    void nobodyGetsInWithoutSigningInButWhereItIsOpen() {
        Map<String, RequestMappingInfo> endpoints = endpoints();
        List<String> wrong = new ArrayList<>();
        for (Permission row : TABLE.rows()) {
            HttpResponse<String> response = send(body(request(path(row)), row, endpoints.get(row.endpoint())));
            // a page sends whoever has not signed in to the page where that is done
            boolean out = response.statusCode() == 401
                    || response.statusCode() == 302
                            && header(response, "Location").endsWith("/login");
            if (out == row.open() || response.statusCode() >= 500) {
                wrong.add(row.endpoint() + " " + response.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Map<String, RequestMappingInfo> endpoints() {
        Map<String, RequestMappingInfo> endpoints = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (!isOfTests(handler.getBeanType())) {
                info.getMethodsCondition().getMethods().forEach(verb -> info.getPatternValues()
                        .forEach(pattern -> endpoints.put(verb + " " + pattern, info)));
            }
        });
        return endpoints;
    }

    /** Other tests have controllers of their own, which are found with ours. */
    private static boolean isOfTests(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }

    private static String path(Permission row) {
        StringBuilder path = new StringBuilder();
        for (String part : row.path().split("(?=\\{)|(?<=})")) {
            String name = part.startsWith("{") ? part.substring(1).split("[:}]")[0] : null;
            path.append(name == null ? part : VALUES.getOrDefault(name, "NONE-1"));
        }
        return path.toString();
    }

    private static HttpRequest.Builder body(HttpRequest.Builder request, Permission row, RequestMappingInfo info) {
        if (row.verb().equals("GET")) {
            return request.GET();
        }
        String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("application/json");
        boolean multipart = type.startsWith("multipart");
        return request.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", multipart ? type + "; boundary=b" : type)
                .method(row.verb(), BodyPublishers.ofString(multipart ? "--b--\r\n" : "{"));
    }

    private static boolean refusedForTheRole(HttpResponse<String> response) {
        return response.statusCode() == 403
                && FOR_THE_ROLE.contains(json(response).get("code").asString());
    }

    /** Rows of whatever a request could add to; refused attempts are recorded. */
    private Map<String, Long> counts() {
        return Set.of("app_user", "app_token", "import", "import_profile", "evidence_file").stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.queryForObject("select count(*) from " + table, Long.class),
                        (one, same) -> one,
                        () -> new TreeMap<>(Map.of("events", events()))));
    }

    /** The commands that the user was refused for the role since then; another test may have tried them. */
    private Set<String> refused(String user, Instant minute) {
        return new TreeSet<>(jdbc.queryForList("""
                select payload ->> 'command' from event_readable
                where type = 'refusal.recorded' and payload ->> 'code' = 'role-not-allowed' and recorded_at >= ?
                  and metadata ->> 'actor' = ?
                """, String.class, Timestamp.from(minute), DemoUsers.personId(user)));
    }

    private long events() {
        return jdbc.queryForObject("select count(*) from ledger_event where type <> 'refusal.recorded'", Long.class);
    }
}
