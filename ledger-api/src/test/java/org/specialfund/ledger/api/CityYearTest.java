package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specialfund.ledger.api.exporting.JournalCheck;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The year 2025 of a fund, by the office's eleven people, over HTTP, on a clock that goes through it: from the plan to
 * a return that comes after the book was closed. Every figure was computed by hand.
 */
class CityYearTest extends CityYear {

    @TempDir
    private Path folder;

    @Test
    void aYearFromItsPlanToALateReturn() throws IOException {
        planned();
        projectsDecided();
        allocated();
        paidInSpring();
        reconciled();
        corrected();
        audited();
        recovered();
        paidInAutumn();
        closed();
        returnedLate();
        theBooksAgree();
    }

    private void planned() {
        on("2025-01-06");
        two("planner", "leader", "/funds", FUND_BODY);
        clerks(BOOK, document());
        clerks(BOOK + "/appropriations", movement("10000000.00"));
        putByTwo("planner", "leader", BOOK + "/plan", """
                {"lines": [{"line": "L1", "category": "network", "ceiling": "3500000.00"},
                           {"line": "L2", "category": "platform", "ceiling": "1500000.00"},
                           {"line": "L3", "category": "training", "ceiling": "500000.00"}], %s}""".formatted(DOCUMENT));
        unit();
        done("clerk", "/payees", """
                {"payee": "%s", "kind": "organisation", "name": "某科技公司"}""".formatted(SUPPLIER));
        done("clerk", "/payees/" + SUPPLIER + "/accounts", """
                {"accountId": "MAIN", "number": "6222021103001234567", "holder": "某科技公司", "bank": "工商银行无锡分行"}""");
        done("reviewer", "/payees/" + SUPPLIER + "/accounts/MAIN/verify", document());
    }

    /** Three apply; an upheld objection ends one. */
    private void projectsDecided() {
        for (String project : new String[] {"NET", "PLAT", "DOUBLE"}) {
            String path = "/projects/" + project;
            on("2025-01-08");
            done("unit", "/projects", submission(project, project.equals("NET") ? "network" : "platform"));
            done("planner", path + "/check", "{\"result\": \"complete\"}");
            done(
                    "planner",
                    path + "/experts",
                    "{\"experts\": [{\"person\": \"" + DemoUsers.personId("expert") + "\"}]}");
            done(
                    "expert",
                    path + "/reviews",
                    "{\"score\": 85, \"opinion\": \"可行\", \"effectiveDate\": \"" + today() + "\"}");
            on("2025-02-10");
            done(
                    "planner",
                    path + "/notice",
                    "{\"firstDay\": \"" + today() + "\", " + DOCUMENT + "}"); // five working days, to the 14th
        }
        on("2025-02-12");
        done(
                "planner",
                "/projects/DOUBLE/objections",
                "{\"grounds\": \"重复申报\", \"effectiveDate\": \"" + today() + "\"}");
        done(
                "leader",
                "/objections/DOUBLE:1/resolve",
                "{\"upheld\": true, \"reason\": \"属实\", \"effectiveDate\": \"" + today() + "\", " + DOCUMENT + "}");
        refused("planner", "/projects/NET/approve", movement("3000000.00"), "notice-not-over");
        on("2025-02-17");
        refused("planner", "/projects/DOUBLE/approve", movement("100000.00"), "project-wrong-step");
        two("planner", "leader", "/projects/DOUBLE/reject", reasonedDay());
        two("planner", "leader", "/projects/NET/approve", movement("3000000.00"));
        two("planner", "leader", "/projects/PLAT/approve", movement("1500000.00"));
    }

    private void allocated() {
        on("2025-03-03");
        clerks("/allocations", issue("NET-1", "1800000.00", "network", "L1", "NET"));
        clerks("/allocations", issue("NET-2", "1200000.00", "network", "L1", "NET"));
        clerks("/allocations", issue("PLAT-1", "1500000.00", "platform", "L2", "PLAT"));
        clerks("/allocations", issue("TRAIN-1", "300000.00", "training", "L3", null));
        refused("clerk", "/allocations", issue("NET-3", "0.01", "network", "L1", "NET"), "exceeds-approved");
    }

    private void paidInSpring() {
        settled("R1", "NET-1", "400000.00", "2025-03-10", false);
        settled("R2", "NET-1", "600000.00", "2025-03-12", true);
        recorded("R3", "PLAT-1", "250000.00", "2025-03-14");
        recorded("R4", "TRAIN-1", "20000.00", "2025-03-20");
        settled("R5", "PLAT-1", "150000.00", "2025-04-08", false);
        refused("unit", "/disbursements", request("R6", "PLAT-1", "150000.00", "INV-R5"), "invoice-exceeded");
        on("2025-04-10");
        two(
                "treasury",
                "reviewer",
                "/disbursements/R5/return",
                "{\"kind\": \"bounced\", \"amount\": \"150000.00\", \"effectiveDate\": \"2025-04-10\","
                        + " \"documentRef\": \"B-R5-BACK\"}");
        settled("R6", "PLAT-1", "150000.00", "2025-04-14", false, "INV-R5");
        recorded("R7", "TRAIN-1", "30000.00", "2025-04-15");
    }

    /** April by the bank's statement, signed by two: from then on an entry in it needs the approver. */
    private void reconciled() {
        on("2025-05-06");
        received("""
                booked_on,bank_reference,amount
                2025-04-08,B-R5,-150000.00
                2025-04-10,B-R5-BACK,150000.00
                2025-04-14,B-R6,-150000.00
                2025-04-15,B-R7,-30000.00
                2025-04-30,,-12.00
                """, "9000000.00", "8819988.00");
        assertThat(read("inspector", APRIL + "/lists/matched").get("items")).hasSize(4);
        refused("treasury", APRIL + "/sign", "", "not-explained");
        done("clerk", APRIL + "/explain", """
                {"items": [{"side": "bank", "item": "6", "reason": "bank-charge"}]}""");
        done("treasury", APRIL + "/sign", "");
        done("approver", APRIL + "/countersign", "");
        String late = request("R7B", "TRAIN-1", "1.00", "INV-R7B").replace(today(), "2025-04-28");
        refused("unit", "/disbursements", late, "month-signed");
    }

    private void received(String statement, String opening, String closing) {
        MultipartBody body = new MultipartBody()
                .field("openingBalance", opening)
                .field("closingBalance", closing)
                .file("file", "april.csv", statement.getBytes(StandardCharsets.UTF_8));
        uploaded("clerk", APRIL + "/statement", body);
    }

    private void corrected() {
        on("2025-05-12");
        String then = known();
        clerks(
                "/virements",
                movement("200000.00").replace("{", "{\"allocationNo\": \"NET-2\", \"toAllocationNo\": \"NET-1\", "));
        clerks("/disbursements/R7/correct", reasoned("33000.00", "2025-04-15"));
        String april = BOOK + "?asOf=2025-04-30";
        assertThat(text(figures(april + "&knownAt=" + then), "paid")).isEqualTo("1450000.00");
        assertThat(text(figures(april), "paid")).isEqualTo("1453000.00");
        JsonNode restated = read("auditor", APRIL).get("restated");
        assertThat(text(restated, "paidChange")).isEqualTo("3000.00");
    }

    /** A sample, two findings; the severe one stops payments until its correction is verified. */
    private void audited() {
        on("2025-06-03");
        done("auditor", "/audits", """
                {"auditNo": "AU-1", "title": "专项资金审计", "kind": "special", "fundCodes": ["%s"], "years": [2025],
                 "team": ["%s", "%s"]}""".formatted(FUND, DemoUsers.personId("auditor"), DemoUsers.personId("inspector")));
        done("auditor", "/audits/AU-1/notice", "{\"servedOn\": \"" + today() + "\", " + DOCUMENT + "}");
        refused("auditor", "/audits/AU-1/fieldwork", day(), "notice-too-short");
        on("2025-06-09");
        done("auditor", "/audits/AU-1/fieldwork", day());
        done("auditor", "/audits/AU-1/sample", """
                {"sampleId": "S1", "method": "monetary-unit", "seed": "4-2-6", "size": 3, "negatives": 5}""");
        assertThat(text(read("inspector", "/audits/AU-1/samples/S1").get("sample"), "populationSum"))
                .isEqualTo("1453000.00");
        done("auditor", "/audits/AU-1/findings", finding("F-SEVERE", "severe", "disbursement:r2@0", "NET-1"));
        done("inspector", "/audits/AU-1/findings", finding("F-MINOR", "minor", "disbursement:r4@0", "TRAIN-1"));
        evidence();
        on("2025-06-12");
        done("inspector", "/findings/F-SEVERE/confirm", decision());
        done("auditor", "/findings/F-MINOR/confirm", decision());
        on("2025-06-13");
        refused("unit", "/disbursements", request("R8", "NET-1", "300000.00", "INV-R8"), "allocation-suspended");
        rectified("F-SEVERE", "inspector");
        rectified("F-MINOR", "auditor");
        settled("R8", "NET-1", "300000.00", "2025-06-26", false);
        on("2025-06-30");
        done("auditor", "/audits/AU-1/report", dated());
        done("auditor", "/audits/AU-1/close", decision());
    }

    private void rectified(String finding, String verifier) {
        String path = "/findings/" + finding;
        on("2025-06-16");
        done("auditor", path + "/rectification", "{\"demand\": \"补齐验收材料\", \"dueDate\": \"2025-07-15\"}");
        done("unit", path + "/submission", "{\"statement\": \"已补齐\", " + DOCUMENT + "}");
        on("2025-06-25");
        done(verifier, path + "/verify", decision());
        assertThat(text(read("auditor", path), "state")).isEqualTo("cleared");
    }

    private void evidence() {
        MultipartBody body = new MultipartBody()
                .field("evidenceId", "E1")
                .field("findingId", "F-SEVERE")
                .file("file", "contract.pdf", new byte[] {'%', 'P', 'D', 'F'});
        uploaded("auditor", "/audits/AU-1/evidence", body);
    }

    private void recovered() {
        on("2025-07-10");
        clerks("/recoveries", reasoned("60000.00", today()).replace("{", "{\"reference\": \"R3\", "));
        on("2025-08-01");
        two("treasury", "approver", "/recoveries/R3:1/receive", movement("40000.00"));
        refused("treasury", "/recoveries/R3:1/receive", movement("20000.01"), "exceeds-demanded");
        on("2025-09-01");
        two("treasury", "approver", "/recoveries/R3:1/receive", movement("20000.00"));
    }

    private void paidInAutumn() {
        settled("R9", "NET-2", "500000.00", "2025-09-10", true);
        recorded("R10", "PLAT-1", "100000.00", "2025-10-15");
        settled("R11", "TRAIN-1", "40000.00", "2025-11-12", false);
        recorded("R12", "NET-2", "120000.00", "2025-12-15");
        done("unit", "/disbursements/R9/spending", movement("450000.00"));
        done("planner", "/projects/NET/acceptance", dated());
        done("planner", "/projects/NET/performance", dated().replace("{", "{\"score\": 92, "));
    }

    private void closed() {
        on("2025-12-22");
        clerks(BOOK + "/start-closing", document());
        refused("unit", "/disbursements", request("R13", "NET-2", "1.00", "INV-R13"), "year-closing");
        clerks("/allocations/PLAT-1/return-surplus", movement("1060000.00"));
        clerks("/allocations/TRAIN-1/decrease", movement("207000.00"));
        clerks("/funds/" + FUND + "/years/2026", document());
        on("2026-01-08");
        refused("clerk", BOOK + "/close", document(), "year-not-cleared");
        clerks("/allocations/NET-1/carry-over", carried("NET-1-2026", "700000.00"));
        clerks("/allocations/NET-2/carry-over", carried("NET-2-2026", "380000.00"));
        clerks(BOOK + "/carry-over", "{\"amount\": \"6467000.00\", " + DOCUMENT + "}");
        clerks(BOOK + "/close", document());
    }

    private void returnedLate() {
        JsonNode before = lastDay();
        on("2026-02-03");
        two(
                "clerk",
                "approver",
                "/disbursements/R12/return",
                movement("20000.00").replace("{", "{\"kind\": \"refunded\", "));
        assertThat(lastDay()).as("a year that has ended keeps its figures").isEqualTo(before);
        assertThat(text(before, "paid")).isEqualTo("2453000.00");
        assertThat(text(before, "executionRate")).isEqualTo("0.245300");
        assertThat(text(figures("/funds/" + FUND + "/years/2026"), "unallocated"))
                .isEqualTo("6467000.00");
        balance("available.NET-1-2026", "700000.00");
        balance("available.NET-2-2026", "380000.00");
        balance("available.NET-1", "0.00");
        balance("available.PLAT-1", "0.00");
    }

    private JsonNode lastDay() {
        ObjectNode figures = (ObjectNode) figures(BOOK + "?asOf=2025-12-31");
        return figures.without("position");
    }

    /** As three programs, a replay and plain SQL see it; and what the rules make of it. */
    private void theBooksAgree() throws IOException {
        new JournalCheck(folder, path -> readText("auditor", path)).allAgree();
        JsonNode replay = read("inspector", "/funds/" + FUND + "/replay");
        assertThat(replay.get("agrees").asBoolean()).as(replay.toString()).isTrue();
        String check = "/balance-checks/" + text(accepted("auditor", "/balance-checks"), "id");
        await().untilAsserted(
                        () -> assertThat(text(read("auditor", check), "state")).isEqualTo("agrees"));
        accepted("inspector", "/red-flags/run");
        await().untilAsserted(() ->
                assertThat(text(read("inspector", "/red-flags/run"), "state")).isEqualTo("done"));
        assertThat(read("inspector", "/red-flags?fund=" + FUND).get("items").findValuesAsString("rule"))
                .contains("split") // 1,250,000.00 to one payee within five days, the limit is 1,000,000.00
                .doesNotContain("weak-duplicate"); // what the bank sent back is paid again
    }

    /** What is begun in the background. */
    private JsonNode accepted(String user, String path) {
        HttpResponse<String> begun = send(post(user, "/api/v1" + path, ""));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return json(begun);
    }
}
