package org.specialfund.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.specialfund.ledger.api.security.DemoUsers;
import tools.jackson.databind.JsonNode;

/**
 * A fund year whose figures are known by hand. Of {@code ENDED}: appropriated 1000, in June 200 more. A project of the
 * demonstration's unit is accepted in August; its allocation of 50 paid 40 out of the first of two tranches. Another
 * unit's allocation of 300 paid it 100 in March, of which 45 were reported as spent, 10 bounced, 20 were demanded back
 * and 15 received; it paid 60 to a third in June, and holds 25.
 */
abstract class SupervisedFund extends ProjectHttpTest {

    protected String fund;
    protected String project;
    protected String own;
    protected String foreign;
    protected String other;
    protected String third;
    protected String firstPayment;
    protected String secondPayment;
    protected String held;

    /** When the first payment was known, and nothing that came after it. */
    protected String paidAt;

    protected void aYearWithFiguresKnownByHand() {
        fund = fundForProjects();
        other = payee();
        third = payee();
        String year = "/funds/" + fund + "/years/" + ENDED;
        clerks(
                year + "/adjustments",
                "{\"direction\": \"increase\", "
                        + movement("200.00", ENDED + "-06-15").substring(1));
        foreign = allocation(fund, ENDED, other, "300.00");
        firstPayment = fresh("R-");
        paidAt = text(
                clerks("/disbursements/record", paymentBody(firstPayment, foreign, other, "100.00", ENDED)),
                "position");
        String path = "/disbursements/" + firstPayment;
        done("clerk", path + "/spending", movement("45.00", ENDED + "-04-10"));
        two(
                "treasury",
                "reviewer",
                path + "/return",
                "{\"kind\": \"bounced\", " + movement("10.00", ENDED + "-04-05").substring(1));
        clerks(
                "/recoveries",
                "{\"reference\": \"" + firstPayment + "\", "
                        + reasoned("20.00", ENDED + "-05-02").substring(1));
        two("treasury", "approver", "/recoveries/" + firstPayment + ":1/receive", movement("15.00", ENDED + "-05-20"));
        secondPayment = fresh("R-");
        clerks(
                "/disbursements/record",
                paymentBody(secondPayment, foreign, third, "60.00", ENDED).replace("-03-01", "-06-01"));
        aProjectThatIsAccepted();
        held = fresh("R-");
        String position =
                text(done("clerk", "/disbursements", paymentBody(held, foreign, other, "25.00", ENDED)), "position");
        ok("auditor", "/trial-balance?fund=" + fund + "&minPosition=" + position);
    }

    private void aProjectThatIsAccepted() {
        project = checked(fund, "90.00");
        reviewed(project, REVIEWED);
        noticed(project, NOTICED);
        approved(project, "80.00");
        own = fresh("A-");
        clerks("/allocations", issue(own, fund, ENDED, project, "50.00", ENDED + "-05-01"));
        done("planner", "/allocations/" + own + "/tranches", """
                {"tranches": [{"number": 1, "amount": "40.00", "condition": "signed"},
                              {"number": 2, "amount": "10.00", "condition": "accepted"}], %s}""".formatted(DOCUMENT));
        done("reviewer", "/allocations/" + own + "/tranches/1/confirm", document());
        clerks(
                "/disbursements/record",
                paymentBody(fresh("R-"), own, DemoUsers.UNIT, "40.00", ENDED)
                        .replace("-03-01", "-08-10")
                        .replace("{", "{\"tranche\": 1, "));
        done("planner", "/projects/" + project + "/acceptance", dated(ENDED + "-08-01"));
    }

    /** What the trial balance says of the year, by kind of account. */
    protected Map<String, BigDecimal> trialBalance(String query) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        JsonNode trial = ok("auditor", "/trial-balance?fund=" + fund + "&year=" + ENDED + query);
        assertThat(trial.get("balanced").asBoolean()).isTrue();
        for (JsonNode account : trial.get("accounts")) {
            sums.merge(text(account, "kind"), new BigDecimal(text(account, "balance")), BigDecimal::add);
        }
        return sums;
    }

    protected static BigDecimal amount(JsonNode node, String field) {
        return new BigDecimal(text(node, field));
    }
}
