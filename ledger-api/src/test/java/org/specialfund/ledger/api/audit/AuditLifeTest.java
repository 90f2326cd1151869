package org.specialfund.ledger.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The life of an audit over HTTP, with its sample, its evidence and its findings. */
class AuditLifeTest extends AuditHttpTest {

    @Autowired
    private JdbcTemplate jdbc;

    private String fund;
    private String unit;
    private String allocation;

    @BeforeEach
    void anAllocation() {
        fund = fundWith("10000.00", YEAR);
        unit = unit();
        allocation = allocation(fund, YEAR, unit, "5000.00");
    }

    private void pay(String amount) {
        clerks("/disbursements/record", paid(fresh("R-"), allocation, unit, amount));
    }

    @Test
    void goesFromPlanToCloseAndASevereFindingStopsPaymentsUntilItIsVerified() {
        pay("100.00");
        String audit = planned(fund);
        String path = "/audits/" + audit;
        done("auditor", path + "/notice", notice(TODAY));
        JsonNode tooShort =
                problem(send(post("auditor", "/api/v1" + path + "/fieldwork", day(TODAY))), 409, "notice-too-short");
        assertThat(text(tooShort, "earliest")).isEqualTo(TODAY.plusDays(3).toString());
        done("leader", path + "/short-notice", "{\"reason\": \"urgent\", " + DOCUMENT + "}");
        done("auditor", path + "/fieldwork", day(TODAY));
        String severe = fresh("F-");
        String minor = fresh("F-");
        String entry = "allocation:" + allocation.toLowerCase(Locale.ROOT) + "@0";
        done("auditor", path + "/findings", finding(severe, "severe", unit, entry, allocation));
        done("inspector", path + "/findings", finding(minor, "minor", unit, entry, allocation));
        problem(send(post("auditor", "/api/v1/findings/" + severe + "/confirm", decision(TODAY))), 409, "same-person");
        done("unit", "/findings/" + severe + "/respond", "{\"response\": \"急需\"}");

        pay("50.00");
        done("inspector", "/findings/" + severe + "/confirm", decision(TODAY.withDayOfYear(1)));
        JsonNode stopped =
                problem(confirmOrPropose(paid(fresh("R-"), allocation, unit, "1.00")), 409, "allocation-suspended");
        assertThat(text(stopped, "cause")).isEqualTo("finding:" + severe);
        done("auditor", "/findings/" + minor + "/confirm", decision(TODAY));
        done("auditor", path + "/report", "{\"effectiveDate\": \"" + TODAY + "\", " + DOCUMENT + "}");
        JsonNode open =
                problem(send(post("auditor", "/api/v1" + path + "/close", decision(TODAY))), 409, "findings-open");
        assertThat(text(open, "findings")).isEqualTo(severe + ", " + minor);

        corrected(severe);
        long lifted = done("inspector", "/findings/" + severe + "/verify", decision(TODAY))
                .get("position")
                .asLong();
        pay("1.00");
        done(
                "auditor",
                "/findings/" + minor + "/refer",
                "{\"authority\": \"纪委\", \"reason\": \"移送\", " + DOCUMENT + "}");
        long closed = done("auditor", path + "/close", decision(TODAY))
                .get("position")
                .asLong();

        JsonNode found = ok("inspector", "/findings/" + severe + "?minPosition=" + lifted);
        assertThat(text(found, "state")).isEqualTo("cleared");
        assertThat(found.get("suspends")).isEmpty();
        assertThat(found.get("steps").findValuesAsString("type"))
                .containsExactly(
                        "finding.raised",
                        "finding.responded",
                        "finding.confirmed",
                        "finding.rectification-ordered",
                        "finding.rectification-submitted",
                        "finding.rectification-returned",
                        "finding.rectification-submitted",
                        "finding.rectification-verified");
        assertThat(text(ok("clerk", path + "?minPosition=" + closed), "state")).isEqualTo("closed");
    }

    private HttpResponse<String> confirmOrPropose(String payment) {
        return send(post("clerk", "/api/v1/disbursements/record", payment));
    }

    private void corrected(String finding) {
        String path = "/findings/" + finding;
        done("auditor", path + "/rectification", "{\"demand\": \"退回\", \"dueDate\": \"" + TODAY.plusDays(10) + "\"}");
        done("unit", path + "/submission", "{\"statement\": \"已退回\", " + DOCUMENT + "}");
        done("auditor", path + "/return", "{\"reason\": \"还差一笔\"}");
        done("unit", path + "/submission", "{\"statement\": \"全部退回\", " + DOCUMENT + "}");
        problem(send(post("auditor", "/api/v1" + path + "/verify", decision(TODAY))), 409, "same-person");
    }

    @Test
    void drawsASampleAgainFromTheEventsAndTheTrialBalanceAgrees() {
        for (String amount : List.of("100.00", "250.50", "33.33", "900.00")) {
            pay(amount);
        }
        String audit = inFieldwork(fund);
        String draw = """
                {"sampleId": "S1", "method": "monetary-unit", "seed": "dice-4-2-6", "size": 3, "negatives": 5}""";
        long position = done("auditor", "/audits/" + audit + "/sample", draw)
                .get("position")
                .asLong();
        pay("77.00");

        JsonNode answer = ok("inspector", "/audits/" + audit + "/samples/S1?minPosition=" + position);
        JsonNode sample = answer.get("sample");
        assertThat(text(sample, "populationSum")).isEqualTo("1283.83");
        assertThat(text(sample, "populationSize")).isEqualTo("4");
        assertThat(text(answer.get("again"), "equal")).isEqualTo("true");
        assertThat(text(answer.get("again"), "populationSha256")).isEqualTo(text(sample, "populationSha256"));
        assertThat(text(sample.get("items").get(0), "stratum")).isEqualTo("certainty");
        assertThat(text(sample.get("items").get(0), "amount")).isEqualTo("900.00");
        String balances = ok("auditor", "/trial-balance?fund=" + fund + "&knownAt=" + text(sample, "cutOff"))
                .toString();
        assertThat(balances).contains("1283.83");

        jdbc.update("update audit.sample_item set amount = amount + 1 where audit_no = ? and place = 0", audit);
        assertThat(text(ok("inspector", "/audits/" + audit + "/samples/S1").get("again"), "equal"))
                .as("an amount changed by hand in the table")
                .isEqualTo("false");
    }

    @Test
    void keepsEvidenceAndServesNoneThatWasChanged() throws Exception {
        byte[] content = "%PDF-1.7 扫描件".getBytes(StandardCharsets.UTF_8);
        String audit = inFieldwork(fund);
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = upload("auditor", audit, "E1", content, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(upload("auditor", audit, "E1", content, key).body()).isEqualTo(first.body());
        problem(upload("auditor", audit, "E1", new byte[] {1}, key), 422, "idempotency-conflict");
        problem(upload("auditor", audit, "E1", content), 409, "evidence-exists");
        problem(upload("clerk", audit, "E2", content), 403, "role-not-allowed");
        String position = json(first).get("position").asString();

        HttpResponse<byte[]> back = HttpClient.newHttpClient()
                .send(
                        as("inspector", "/api/v1/audits/" + audit + "/evidence/E1?minPosition=" + position)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).isEqualTo(content);
        assertThat(header(back, "Content-Disposition")).startsWith("attachment");
        problem(get("clerk", "/audits/" + audit + "/evidence/E1"), 403, "forbidden");
        problem(get("inspector", "/audits/" + audit + "/evidence/E9"), 404, "not-found");
        JsonNode shown = ok("clerk", "/audits/" + audit).get("evidence").get(0);
        String sha256 = text(shown, "sha256");
        assertThat(text(shown, "name")).isEqualTo("contract.pdf");
        assertThat(jdbc.queryForObject("select count(*) from evidence_file where sha256 = ?", Long.class, sha256))
                .as("nothing is left of what was repeated or refused")
                .isOne();

        jdbc.update("update evidence_file set bytes = 'x' where sha256 = ?", sha256);
        JsonNode damaged = problem(get("inspector", "/audits/" + audit + "/evidence/E1"), 500, "evidence-damaged");
        assertThat(text(damaged, "sha256")).isEqualTo(sha256);
    }

    @Test
    void refusesADocumentThatIsTooLarge() {
        String audit = inFieldwork(fund);

        problem(upload("auditor", audit, "E1", new byte[20 * 1024 * 1024 + 1]), 413, "too-large");
        problem(upload("auditor", audit, "E1", new byte[0]), 400, "malformed");
    }

    @Test
    void showsTheBoardByDueDateAndAUnitItsOwnOnly() {
        String audit = inFieldwork(fund);
        String entry = "fund:" + fund.toLowerCase(Locale.ROOT) + "@0";
        List<String> findings = new ArrayList<>();
        String other = payee();
        for (int days : new int[] {30, 10, 20}) {
            String id = fresh("F-");
            String body = finding(id, "minor", days == 20 ? other : unit, entry, allocation);
            done(
                    "auditor",
                    "/audits/" + audit + "/findings",
                    days == 20 ? body.replace("\"" + allocation + "\"", "") : body);
            done("inspector", "/findings/" + id + "/confirm", decision(TODAY));
            done(
                    "auditor",
                    "/findings/" + id + "/rectification",
                    "{\"demand\": \"整改\", \"dueDate\": \"" + TODAY.plusDays(days) + "\"}");
            findings.add(id);
        }

        String board = "/supervision/rectifications?audit=" + audit + "&limit=2";
        JsonNode page = ok("auditor", board + "&minPosition=" + head());
        assertThat(page.get("items").findValuesAsString("findingId")).containsExactly(findings.get(1), findings.get(2));
        assertThat(page.get("items").findValuesAsString("overdue")).containsOnly("false");
        JsonNode rest = ok("auditor", board + "&cursor=" + text(page, "next"));
        assertThat(rest.get("items").findValuesAsString("findingId")).containsExactly(findings.get(0));
        assertThat(rest.get("next")).isNull();
        assertThat(ok("auditor", board + "&overdue=true").get("items")).isEmpty();
        assertThat(page.get("items").findValuesAsString("days")).containsExactly("10", "20");
        assertThat(ok("auditor", board.replace("limit=2", "limit=9") + "&stage=open")
                        .get("items"))
                .hasSize(3);
        assertThat(ok("auditor", board + "&stage=due").get("items")).isEmpty();
        done("unit", "/findings/" + findings.get(1) + "/submission", "{\"statement\": \"已退回\", " + DOCUMENT + "}");
        JsonNode submitted = ok("auditor", board + "&stage=submitted&minPosition=" + head());
        assertThat(submitted.get("items").findValuesAsString("findingId")).containsExactly(findings.get(1));
        done("inspector", "/findings/" + findings.get(1) + "/verify", decision(TODAY));
        JsonNode verified = ok("auditor", board + "&stage=verified&minPosition=" + head());
        assertThat(verified.get("items").findValuesAsString("stage")).containsExactly("verified");
        assertThat(verified.get("items").get(0).get("days")).isNull();
        problem(get("auditor", board + "&stage=open&state=cleared"), 400, "malformed");
        problem(get("auditor", board + "&stage=late"), 400, "malformed");
        assertThat(ok("unit", board).get("items").findValuesAsString("findingId"))
                .containsExactly(findings.get(1), findings.get(0));
        assertThat(ok("unit", "/findings?audit=" + audit).get("items")).hasSize(2);
        problem(get("unit", "/findings/" + findings.get(2)), 404, "not-found");
        problem(get("unit", "/audits"), 403, "forbidden");
        problem(get("admin", "/findings"), 403, "forbidden");
        assertThat(ok("clerk", "/findings?severity=minor&audit=" + audit + "&state=to-be-corrected")
                        .get("items"))
                .hasSize(2);
        assertThat(ok("clerk", "/audits?fund=" + fund + "&state=in-fieldwork")
                        .get("items")
                        .findValuesAsString("auditNo"))
                .containsExactly(audit);
    }

    @Test
    void isTheSameAfterItWasRebuilt() {
        String audit = inFieldwork(fund);
        String id = fresh("F-");
        String entry = "fund:" + fund.toLowerCase(Locale.ROOT) + "@0";
        done("auditor", "/audits/" + audit + "/findings", finding(id, "severe", unit, entry, allocation));
        done("inspector", "/findings/" + id + "/confirm", decision(TODAY));
        String finding =
                ok("clerk", "/findings/" + id + "?minPosition=" + head()).toString();
        String whole = ok("clerk", "/audits/" + audit).toString();

        assertThat(send(post("admin", "/api/v1/projections/audit/rebuild", "")).statusCode())
                .isEqualTo(202);
        await().untilAsserted(() -> assertThat(rebuild()).isEqualTo("done"));

        assertThat(ok("clerk", "/findings/" + id).toString()).isEqualTo(finding);
        assertThat(ok("clerk", "/audits/" + audit).toString()).isEqualTo(whole);
    }

    private String rebuild() {
        for (JsonNode projection : ok("admin", "/projections")) {
            if (text(projection, "name").equals("audit")) {
                return text(projection.get("rebuild"), "state");
            }
        }
        throw new AssertionError("no projection audit");
    }

    private long head() {
        return jdbc.queryForObject("select max(position) from ledger_event", Long.class);
    }
}
