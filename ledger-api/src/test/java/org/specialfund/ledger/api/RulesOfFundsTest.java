package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Supervision rules judge by what the fund's rules in force on the day say, and by what is usual where they do not. */
class RulesOfFundsTest extends ProjectHttpTest {

    @Test
    void aFundMaySayWhatIsSlow() {
        String usual = fundForProjects();
        String strict = fundForProjects("{\"name\": \"pipelineMonths\", \"value\": \"1\"}");
        String inTime = allocated(usual);
        String late = allocated(strict);

        rulesOverHistory();

        String query = "/red-flags?rule=slow-pipeline&subject=";
        assertThat(ok("auditor", query + inTime).get("items")).isEmpty();
        JsonNode flag = ok("auditor", query + late).get("items").get(0);
        assertThat(text(flag.get("inputs"), "appliedOn")).isEqualTo(APPLIED);
        assertThat(text(flag.get("inputs"), "allocatedOn")).isEqualTo(ENDED + "-05-01");
        assertThat(text(flag.get("thresholds"), "months")).isEqualTo("1");
        assertThat(flag.get("entries")).hasSize(2);
    }

    @Test
    void theRulesShowWhatTheySayAndTakeNoOtherWords() {
        String fund = fresh("FUND-");
        String strict = thresholds(
                "{\"name\": \"dormantDays\", \"value\": \"90\"}", "{\"name\": \"topPayeeShare\", \"value\": \"0.5\"}");
        JsonNode established =
                two("planner", "leader", "/funds", fundBody(fund).replace("\"returnsTo\"", strict + ", \"returnsTo\""));

        JsonNode said = ok("clerk", "/funds/" + fund + "/rules?minPosition=" + text(established, "position"))
                .get("rules")
                .get(0)
                .get("supervisionThresholds");
        assertThat(said.toString())
                .isEqualTo("[{\"name\":\"dormantDays\",\"value\":\"90\"},"
                        + "{\"name\":\"topPayeeShare\",\"value\":\"0.5\"}]");
        for (String wrong : List.of(
                "{\"name\": \"dormantDays\", \"value\": \"0\"}",
                "{\"name\": \"dormantDays\", \"value\": \"90.5\"}",
                "{\"name\": \"topPayeeShare\", \"value\": \"1.01\"}",
                "{\"name\": \"never\", \"value\": \"1\"}",
                "{\"name\": \"dormantDays\"}",
                "null")) {
            String body = fundBody(fresh("FUND-")).replace("\"returnsTo\"", thresholds(wrong) + ", \"returnsTo\"");
            problem(tries("planner", "/funds", body), 400, "malformed");
        }
    }

    private String allocated(String fund) {
        String no = checked(fund, "90.00");
        reviewed(no, REVIEWED);
        noticed(no, NOTICED);
        approved(no, "80.00");
        clerks("/allocations", issue(fresh("A-"), fund, ENDED, no, "50.00", ENDED + "-05-01"));
        return no;
    }
}
