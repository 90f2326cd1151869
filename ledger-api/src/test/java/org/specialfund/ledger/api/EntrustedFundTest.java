package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An entrusted fund over HTTP: its mandate, and its book beside the others'. */
class EntrustedFundTest extends LedgerHttpTest {

    private static final String MANDATE =
            "\"mandate\": \"委托书〔2026〕1号\", \"mandator\": \"市科技局\", \"mandatePurpose\": \"网络安全演练\"";

    private static String body(String fund, String mandate) {
        return fundBody(fund)
                .replace("\"kind\": \"regular\"", "\"kind\": \"entrusted\", " + mandate)
                .replace("\"categories\": []", "\"categories\": [\"演练\"], \"termTo\": \"" + (YEAR + 1) + "-12-31\"");
    }

    private long position;

    private String entrusted() {
        String fund = fresh("ENT-");
        two("planner", "leader", "/funds", body(fund, MANDATE));
        clerks("/funds/" + fund + "/years/" + YEAR, document());
        position = clerks("/funds/" + fund + "/years/" + YEAR + "/appropriations", movement("2718.00", firstDay(YEAR)))
                .get("position")
                .asLong();
        return fund;
    }

    @Test
    void needsItsMandate() {
        HttpResponse<String> without =
                send(post("planner", "/api/v1/funds", body(fresh("ENT-"), "\"mandate\": \"委托书\"")));
        assertThat(text(problem(without, 409, "mandate-incomplete"), "missing")).isEqualTo("mandator, mandatePurpose");
        String regular = fundBody(fresh("F-")).replace("\"currency\"", "\"mandator\": \"市科技局\", \"currency\"");
        problem(send(post("planner", "/api/v1/funds", regular)), 409, "mandate-of-regular-fund");

        String fund = entrusted();
        JsonNode shown = ok("auditor", "/funds/" + fund + "?minPosition=" + position);
        assertThat(text(shown, "mandator")).isEqualTo("市科技局");
        assertThat(text(shown, "mandatePurpose")).isEqualTo("网络安全演练");
    }

    @Test
    void hasABookOfItsOwn() {
        String fund = entrusted();
        String other = fundWith("31415.00", YEAR);
        position = clerks("/funds/" + other + "/years/" + YEAR + "/appropriations", movement("1.00", firstDay(YEAR)))
                .get("position")
                .asLong();

        JsonNode trial = ok("auditor", "/trial-balance?fundKind=entrusted&minPosition=" + position);
        assertThat(trial.get("sums").findValuesAsString("fund")).contains(fund).doesNotContain(other);
        assertThat(trial.get("sums").findValuesAsString("fundKind")).containsOnly("entrusted");
        JsonNode rest = ok("auditor", "/trial-balance?fundKind=regular");
        assertThat(rest.get("sums").findValuesAsString("fund")).contains(other).doesNotContain(fund);
        for (String export : new String[] {"balances.csv", "postings.csv", "journal"}) {
            String text = send(as("auditor", "/api/v1/exports/" + export + "?fundKind=entrusted"))
                    .body();
            assertThat(text).as(export).contains("2718.00").doesNotContain("31416.00", "31415.00");
        }
        assertThat(ok("auditor", "/funds?limit=500&kind=entrusted").get("items").findValuesAsString("fundCode"))
                .contains(fund)
                .doesNotContain(other);
        problem(get("auditor", "/trial-balance?fundKind=any"), 400, "malformed");
    }
}
