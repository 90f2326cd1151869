package org.specialfund.ledger.api.readlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.LedgerHttpTest;
import org.specialfund.ledger.api.security.DemoUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What inspectors and auditors read is noted, for ever; what others read is not. */
class ReadLogTest extends LedgerHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private List<String> noted(String mark) {
        return jdbc.queryForList(
                "select person_id || ' ' || roles || ' ' || method || ' ' || path || '?' || query from read_log"
                        + " where query like ? order by id",
                String.class,
                "%" + mark + "%");
    }

    @Test
    void notesWhoReadWhatWithItsQuery() {
        String mark = fresh("MARK-");
        ok("inspector", "/funds?category=" + mark);
        ok("clerk", "/funds?category=" + mark);
        send(post("auditor", "/api/v1/funds?category=" + mark, "{}"));
        get("auditor", "/allocations/" + mark + "?category=" + mark);

        await().untilAsserted(() -> assertThat(noted(mark))
                .containsExactly(
                        DemoUsers.personId("inspector") + " inspector GET /api/v1/funds?category=" + mark,
                        DemoUsers.personId("auditor") + " auditor GET /api/v1/allocations/" + mark + "?category="
                                + mark));
    }

    @Test
    void notesEveryAddressThatIsRead() {
        String mark = fresh("MARK-");
        List<String> asked = new ArrayList<>();
        mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/"))
                .map(pattern -> pattern.replace(":csv|xlsx", "")
                        .replace("{kind}", "csv")
                        .replaceAll("\\{[^}]*}", "1"))
                .sorted()
                .distinct()
                .forEach(path -> {
                    int status = send(as("auditor", path + "?category=" + mark)).statusCode();
                    if (status != 403) { // users: who is not let in reads nothing
                        asked.add(DemoUsers.personId("auditor") + " auditor GET " + path + "?category=" + mark);
                    }
                });

        assertThat(asked).hasSizeGreaterThan(40).anyMatch(read -> read.contains("/reconciliations/1/1/1/lists/1?"));
        await().untilAsserted(() -> assertThat(noted(mark)).containsAll(asked));
    }

    @Test
    void isShownToTheAdministratorAndToEachTheirOwn() {
        String mark = fresh("MARK-");
        for (int i = 0; i < 3; i++) {
            get("auditor", "/allocations/" + mark);
            get("inspector", "/allocations/" + mark);
        }
        String all = "/read-log?path=/api/v1/allocations/" + mark;
        String list = all + "&limit=2";
        await().until(() -> ok("admin", all).get("items").size() == 6);

        List<String> people = new ArrayList<>();
        JsonNode page = ok("auditor", list);
        page.get("items").forEach(read -> people.add(text(read, "person")));
        page = ok("auditor", list + "&cursor=" + text(page, "next"));
        page.get("items").forEach(read -> people.add(text(read, "person")));

        assertThat(page.get("next")).isNull();
        assertThat(people).hasSize(3).containsOnly(DemoUsers.personId("auditor"));
        assertThat(ok("auditor", list + "&person=" + DemoUsers.personId("inspector"))
                        .get("items"))
                .as("another person's")
                .hasSize(2)
                .allMatch(read -> text(read, "person").equals(DemoUsers.personId("auditor")));
        assertThat(ok("admin", all + "&person=" + DemoUsers.personId("inspector"))
                        .get("items"))
                .hasSize(3);
        assertThat(ok("admin", all + "&from=" + Instant.now().plusSeconds(60)).get("items"))
                .isEmpty();
        problem(get("clerk", "/read-log"), 403, "forbidden");
        problem(get("admin", "/read-log?from=yesterday"), 400, "malformed");
    }

    @Test
    void isOnlyAddedTo() {
        assertThatThrownBy(() -> jdbc.update("delete from read_log")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.update("update read_log set path = ''")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.execute("truncate read_log")).isInstanceOf(DataAccessException.class);
    }

    @Test
    void isWrittenToTheEndBeforeItStops() {
        ReadLog log = new ReadLog(jdbc);
        String mark = UUID.randomUUID().toString();
        log.start();
        for (int i = 0; i < 2_000; i++) {
            log.note(new ReadNote(Instant.now(), "p", List.of("auditor"), "GET", "/" + i, mark));
        }

        log.stop();

        assertThat(noted(mark)).hasSize(2_000);
        log.note(new ReadNote(Instant.now(), "p", List.of("auditor"), "GET", "/after", mark));
        assertThat(noted(mark)).as("after the end each is written at once").hasSize(2_001);
    }
}
