package org.specialfund.ledger.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** A red flag becomes a finding of an audit, and counts as right once that is confirmed. */
class ConvertedFlagTest extends AuditHttpTest {

    private String fund;
    private String unit;
    private String allocation;

    @BeforeEach
    void aFundWithALimitForApproval() {
        fund = limitedFundWith("1000.00", YEAR);
        unit = unit();
        allocation = allocation(fund, YEAR, unit, "500.00");
    }

    @Test
    void becomesAFindingThatRestsOnItsEventsAndIsCounted() {
        clerks("/disbursements/record", paid(fresh("R-"), allocation, unit, "99.00"));
        rulesOverHistory();
        JsonNode flag = flag("just-under-limit");
        String path = "/red-flags/" + text(flag, "flagId");
        String finding = fresh("F-");
        String body = conversion(inFieldwork(fund), finding);

        HttpResponse<String> converted = send(post("auditor", "/api/v1" + path + "/convert", body));

        assertThat(converted.statusCode()).as(converted.body()).isEqualTo(201);
        assertThat(header(converted, "Location")).isEqualTo("/api/v1/findings/" + finding);
        List<String> types = new ArrayList<>();
        json(converted).get("events").forEach(event -> types.add(text(event, "type")));
        assertThat(types).containsExactly("audit.finding-added", "finding.raised", "red-flag.converted");
        String position = "?minPosition=" + text(json(converted), "position");
        assertThat(ok("auditor", "/findings/" + finding + position).get("entries"))
                .isEqualTo(flag.get("entries"));
        JsonNode ended = ok("inspector", path + position);
        assertThat(text(ended, "state")).isEqualTo("converted");
        assertThat(text(ended, "findingId")).isEqualTo(finding);
        assertThat(text(ended, "endedBy")).isEqualTo(DemoUsers.personId("auditor"));
        String again = body.replace(finding, fresh("F-"));
        problem(send(post("auditor", "/api/v1" + path + "/convert", again)), 409, "red-flag-not-open");
        String reason = "{\"reason\": \"x\"}";
        problem(send(post("inspector", "/api/v1" + path + "/dismiss", reason)), 409, "red-flag-not-open");

        assertThat(counted(json(converted))).isEqualTo("raised 1, dismissed 0, converted 1, confirmed 0");
        JsonNode confirmed = done("inspector", "/findings/" + finding + "/confirm", decision(TODAY));
        assertThat(counted(confirmed)).isEqualTo("raised 1, dismissed 0, converted 1, confirmed 1");
        JsonNode withdrawn = done("inspector", "/findings/" + finding + "/withdraw", decision(TODAY));
        assertThat(counted(withdrawn)).isEqualTo("raised 1, dismissed 0, converted 1, confirmed 0");
    }

    @Test
    void becomesAFindingThatRestsOnARefusedAttempt() {
        String tooMuch =
                paymentBody(fresh("R-"), allocation, unit, "700.00", YEAR).replace(YEAR + "-03-01", TODAY.toString());
        problem(send(post("clerk", "/api/v1/disbursements", tooMuch)), 409, "exceeds-available");
        rulesOverHistory();
        String path = "/red-flags/" + text(flag("over-budget-attempt"), "flagId") + "/convert";
        String audit = inFieldwork(fund);

        problem(send(post("auditor", "/api/v1" + path, "{}")), 400, "malformed");
        problem(
                send(post("auditor", "/api/v1/red-flags/none/convert", conversion(audit, fresh("F-")))),
                404,
                "not-found");
        done("inspector", path, conversion(audit, fresh("F-")));
    }

    private JsonNode flag(String rule) {
        JsonNode flags =
                ok("auditor", "/red-flags?fund=" + fund + "&rule=" + rule).get("items");
        assertThat(flags).hasSize(1);
        return flags.get(0);
    }

    private String counted(JsonNode after) {
        String path = "/red-flags/counts?fund=" + fund + "&minPosition=" + text(after, "position");
        for (JsonNode count : ok("auditor", path)) {
            if (text(count, "rule").equals("just-under-limit")) {
                return "raised %s, dismissed %s, converted %s, confirmed %s"
                        .formatted(
                                text(count, "raised"),
                                text(count, "dismissed"),
                                text(count, "converted"),
                                text(count, "confirmed"));
            }
        }
        throw new AssertionError("not counted");
    }

    private String conversion(String audit, String finding) {
        return """
                {"auditNo": "%s", "findingId": "%s", "title": "拆分付款", "statement": "一份合同，临界付款",
                 "severity": "minor", "unit": "%s", "allocationNos": ["%s"]}""".formatted(audit, finding, unit, allocation);
    }
}
