package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/** What people did and nearly did wrong, and what nobody did. */
class SupervisionBoardTest extends SupervisedFund {

    @BeforeEach
    void aYear() {
        aYearWithFiguresKnownByHand();
    }

    private static List<String> steps(JsonNode missing) {
        List<String> steps = new ArrayList<>();
        for (JsonNode item : missing.get("items")) {
            List<String> roles = new ArrayList<>();
            item.get("nextMove").forEach(role -> roles.add(role.asString()));
            steps.add(text(item, "kind") + " " + text(item, "subject") + " "
                    + (item.get("amount") == null ? "-" : text(item, "amount")) + " " + String.join("/", roles));
        }
        return steps;
    }

    @Test
    void whatShouldHaveHappenedIsListedWithWhoseMoveIsNext() {
        done("reviewer", "/allocations/" + own + "/tranches/2/confirm", document());
        done("unit", "/projects/" + project + "/milestones", """
                {"milestone": "M1", "title": "上线", "plannedOn": "%s-06-30"}""".formatted(ENDED));
        String noticed = checked(fund, "10.00");
        reviewed(noticed, REVIEWED);
        noticed(noticed, NOTICED);
        JsonNode last = done(
                "planner",
                "/projects/" + noticed + "/objections",
                "{\"grounds\": \"重复建设\", \"effectiveDate\": \"" + NOTICED + "\"}");
        String path = "/supervision/missing?limit=100&minPosition=" + text(last, "position") + "&fundCode=" + fund;

        JsonNode missing = ok("inspector", path + "&waitingDays=0");

        assertThat(missing.get("reportDays").asInt()).isEqualTo(90);
        assertThat(missing.get("waitingDays").asInt()).isZero();
        String ownPayment = text(
                ok("clerk", "/disbursements?allocation=" + own).get("items").get(0), "reference");
        assertThat(steps(missing))
                .containsExactlyInAnyOrder(
                        "milestone-overdue " + project + "/M1 - unit",
                        "tranche-not-paid " + own + "/2 10.00 unit/clerk",
                        "spending-report-overdue " + secondPayment + " 60.00 unit/clerk",
                        "spending-report-overdue " + ownPayment + " 40.00 unit/clerk",
                        "held-waiting " + held + " 25.00 reviewer",
                        "notice-undecided " + noticed + " 10.00 planner/leader",
                        "recovery-outstanding " + firstPayment + ":1 5.00 payee");
        assertThat(missing.get("items").findValuesAsString("since")).isSorted();
        assertThat(steps(ok("inspector", path)))
                .as("after 30 days nothing waits that began today")
                .noneMatch(step -> step.startsWith("held-waiting") || step.startsWith("tranche-not-paid"));
        assertThat(steps(ok("inspector", path + "&kind=held-waiting&waitingDays=0")))
                .hasSize(1);
        assertThat(steps(ok("inspector", path + "&reportDays=3650")))
                .noneMatch(step -> step.startsWith("spending-report-overdue"));
        pagesGiveTheSame(path + "&waitingDays=0", steps(missing));
    }

    private void pagesGiveTheSame(String path, List<String> all) {
        List<String> paged = new ArrayList<>();
        JsonNode page = ok("inspector", path.replace("limit=100", "limit=2"));
        paged.addAll(steps(page));
        while (page.get("next") != null) {
            page = ok("inspector", path.replace("limit=100", "limit=2") + "&cursor=" + text(page, "next"));
            paged.addAll(steps(page));
        }
        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void accountsAndProposalsThatWaitAreOfNoFund() {
        done("clerk", "/payees/" + other + "/accounts", """
                {"accountId": "MAIN", "number": "6222 0211 0300 1234 567", "holder": "某单位", "bank": "某行"}""");
        String proposal = proposed("clerk", "/allocations", allocationBody(fresh("A-"), fund, ENDED, other, "1.00"));
        String plan = proposed(send(post("planner", "/api/v1/funds", fundBody(fresh("FUND-")))));
        done("clerk", "/payees/" + third + "/accounts", """
                {"accountId": "MAIN", "number": "6222 0211 0300 1234 568", "holder": "某单位", "bank": "某行"}""");
        JsonNode last = done("reviewer", "/payees/" + third + "/accounts/MAIN/verify", document());
        String path = "/supervision/missing?limit=500&waitingDays=0&minPosition=" + text(last, "position");

        List<String> waiting = new ArrayList<>(steps(ok("auditor", path + "&kind=proposal-waiting")));
        waiting.addAll(steps(ok("auditor", path + "&kind=account-unverified")));

        assertThat(waiting)
                .contains(
                        "proposal-waiting " + proposal + " - approver",
                        "proposal-waiting " + plan + " - approver/leader",
                        "account-unverified " + other + "/MAIN - reviewer/approver")
                .noneMatch(step -> step.contains(third));
        problem(get("auditor", "/supervision/missing?kind=nothing"), 400, "malformed");
        problem(get("auditor", "/supervision/missing?waitingDays=-1"), 400, "malformed");
        problem(get("auditor", "/supervision/missing?cursor=Zm9v"), 400, "malformed");
        problem(get("unit", "/supervision/missing"), 403, "forbidden");
    }

    @Test
    void aPersonsTimelineShowsPartsAndNearMisses() {
        String noticed = checked(fund, "10.00");
        reviewed(noticed, REVIEWED);
        noticed(noticed, NOTICED);
        done(
                "planner",
                "/projects/" + noticed + "/objections",
                "{\"grounds\": \"重复建设\", \"effectiveDate\": \"" + NOTICED + "\"}");
        problem(
                tries(
                        "planner",
                        "/objections/" + noticed + ":1/resolve",
                        "{\"upheld\": true, \"reason\": \"属实\", \"effectiveDate\": \"" + NOTICED + "\", " + DOCUMENT
                                + "}"),
                409,
                "same-person");
        JsonNode last = putByTwo(
                "planner",
                "leader",
                "/funds/" + fund + "/years/" + ENDED + "/plan",
                "{\"lines\": [{\"line\": \"L1\", \"ceiling\": \"900.00\"}], " + DOCUMENT + "}");
        String planner = "/supervision/people/" + DemoUsers.personId("planner");
        String at = "?limit=500&minPosition=" + text(last, "position");

        JsonNode acts = ok("inspector", planner + at).get("items");

        JsonNode plan = act(acts, "fund-year.plan-set");
        assertThat(text(plan, "part")).isEqualTo("proposed");
        assertThat(text(plan, "withPerson")).isEqualTo(DemoUsers.personId("leader"));
        assertThat(text(plan, "fundCode")).isEqualTo(fund);
        JsonNode confirmed = act(
                ok("auditor", "/supervision/people/" + DemoUsers.personId("leader") + at)
                        .get("items"),
                "fund-year.plan-set");
        assertThat(text(confirmed, "part")).isEqualTo("confirmed");
        assertThat(text(confirmed, "role")).isEqualTo("leader");
        assertThat(text(confirmed, "position")).isEqualTo(text(plan, "position"));
        assertThat(text(act(acts, "project.objection-raised"), "part")).isEqualTo("acted");
        assertThat(text(act(acts, "refusal.recorded"), "refusal")).isEqualTo("same-person");

        JsonNode miss =
                ok("inspector", planner + "/near-misses" + at).get("items").get(0);
        assertThat(text(miss, "command")).isEqualTo("project.resolve-objection");
        assertThat(text(miss, "refusal")).isEqualTo("same-person");
        JsonNode page = ok("inspector", planner + "?limit=2");
        JsonNode next = ok("inspector", planner + "?limit=1&cursor=" + text(page, "next"));
        assertThat(next.get("items").get(0).toString()).isEqualTo(acts.get(2).toString());
        assertThat(ok("inspector", "/supervision/people/nobody").get("items")).isEmpty();
        problem(get("clerk", planner), 403, "forbidden");
        problem(get("leader", planner + "/near-misses"), 403, "forbidden");
    }

    private static JsonNode act(JsonNode acts, String type) {
        for (JsonNode act : acts) {
            if (text(act, "type").equals(type)) {
                return act;
            }
        }
        throw new AssertionError("no " + type + " in " + acts);
    }
}
