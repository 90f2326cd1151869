package org.specialfund.ledger.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A correction whose due date passes is noted, once. */
@Import(OverdueTest.MovedClock.class)
class OverdueTest extends AuditHttpTest {

    private static volatile Duration ahead = Duration.ZERO;

    @TestConfiguration
    static class MovedClock {

        @Bean
        @Primary
        Clock movedClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException("the ledger asks for instants only");
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead);
                }
            };
        }
    }

    @Autowired
    private OverdueRectifications overdue;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void isNotedOnceADueDateInTheNameOfWhoOrderedIt() {
        String fund = fundWith("10.00", YEAR);
        String audit = inFieldwork(fund);
        String id = fresh("F-");
        String body = finding(id, "minor", unit(), "fund:" + fund.toLowerCase(Locale.ROOT) + "@0", "A");
        done("auditor", "/audits/" + audit + "/findings", body.replace("[\"A\"]", "[]"));
        done("inspector", "/findings/" + id + "/confirm", decision(TODAY));
        String demand = "{\"demand\": \"整改\", \"dueDate\": \"" + TODAY.plusDays(1) + "\"}";
        long position = done("auditor", "/findings/" + id + "/rectification", demand)
                .get("position")
                .asLong();
        ok("auditor", "/findings/" + id + "?minPosition=" + position);
        overdue.escalate();
        assertThat(escalations(id)).isZero();
        String due = "/supervision/rectifications?stage=due&audit=" + audit;
        assertThat(ok("auditor", due).get("items").findValuesAsString("days")).containsExactly("1");

        ahead = Duration.ofDays(2);
        overdue.escalate();
        overdue.escalate();

        assertThat(escalations(id)).isOne();
        long head = jdbc.queryForObject("select max(position) from ledger_event", Long.class);
        JsonNode board =
                ok("auditor", "/supervision/rectifications?overdue=true&audit=" + audit + "&minPosition=" + head);
        assertThat(text(board.get("items").get(0), "findingId")).isEqualTo(id);
        assertThat(text(board.get("items").get(0), "overdue")).isEqualTo("true");
        assertThat(text(board.get("items").get(0), "stage")).isEqualTo("overdue");
        assertThat(text(board.get("items").get(0), "days")).isEqualTo("-1");
        assertThat(text(board.get("items").get(0), "escalatedFor"))
                .isEqualTo(TODAY.plusDays(1).toString());
        overdue.escalate();
        assertThat(escalations(id)).isOne();
        raisesARedFlag(id, fund);
    }

    /** The database has a clock of its own: this is what it would have shown two days later. */
    private void raisesARedFlag(String finding, String fund) {
        jdbc.update(
                "update history.event set recorded_at = recorded_at + interval '2 days' where stream = ? and type = ?",
                "finding:" + finding.toLowerCase(Locale.ROOT),
                "finding.escalated");
        rulesOverHistory();
        JsonNode flag = ok("auditor", "/red-flags?rule=overdue-rectification&fund=" + fund)
                .get("items")
                .get(0);
        assertThat(text(flag, "subject")).isEqualTo(finding + "/" + TODAY.plusDays(1));
        assertThat(text(flag.get("inputs"), "days")).isEqualTo("1");
        assertThat(flag.get("entries")).hasSize(2);
    }

    private long escalations(String finding) {
        return jdbc.queryForObject(
                "select count(*) from ledger_event where stream = ? and type = 'finding.escalated'",
                Long.class,
                "finding:" + finding.toLowerCase(Locale.ROOT));
    }
}
