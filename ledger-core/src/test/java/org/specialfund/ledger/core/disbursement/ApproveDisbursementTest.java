package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.disbursement.event.DisbursementReviewed;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** From request to settlement the people are pairwise distinct; a large payment needs the leader too. */
class ApproveDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final Person ALL =
            Person.of("p-all", Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.LEADER, Role.TREASURY);
    private static final Person ANOTHER = Person.of("p-another", Role.REVIEWER, Role.APPROVER, Role.TREASURY);

    @BeforeEach
    void anAllocation() {
        ledger.standard(Do.fund("F1").leaderFrom("100")).given(Do.issue("A1", "500", "2026-02-01"));
    }

    @Test
    void refusesWhoRequestedAtEveryLaterStep() {
        ledger.accepts(Do.request("D1", "A1", "10", "2026-03-01"), ALL);

        ledger.refuses(Do.review("D1"), ALL).because("same-person");
        ledger.given(Do.review("D1")).refuses(Do.approve("D1"), ALL).because("same-person");
        ledger.given(Do.approve("D1"))
                .refuses(Do.settle("D1", "2026-03-02"), ALL)
                .because("same-person");
        ledger.accepts(Do.settle("D1", "2026-03-02"));
    }

    @Test
    void refusesWhoReviewedOrApprovedAtEveryLaterStep() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"));
        ledger.accepts(Do.review("D1"), ANOTHER);
        ledger.refuses(Do.approve("D1"), ANOTHER).because("same-person");
        ledger.accepts(Do.approve("D1"), ALL);
        ledger.refuses(Do.settle("D1", "2026-03-02"), ANOTHER).because("same-person");
        ledger.refuses(Do.settle("D1", "2026-03-02"), ALL).because("same-person");
    }

    @Test
    void refusesToRejectOnesOwnRequest() {
        ledger.accepts(Do.request("D1", "A1", "10", "2026-03-01"), ALL);

        ledger.refuses(Do.reject("D1", "2026-03-02"), ALL).because("same-person");
    }

    @Test
    void needsTheLeaderAtTheThresholdAndNotBelow() {
        ledger.given(Do.request("D1", "A1", "99.99", "2026-03-01"), Do.review("D1"), Do.approve("D1"))
                .given(Do.request("D2", "A1", "100", "2026-03-01"), Do.review("D2"), Do.approve("D2"));

        ledger.accepts(Do.settle("D1", "2026-03-02"));
        ledger.refuses(Do.settle("D2", "2026-03-02"))
                .because("not-in-this-state")
                .with("reference", "D2")
                .with("state", "awaiting-leader");
        ledger.refuses(Do.approve("D2")).because("role-not-allowed").with("roles", "leader");
        ledger.accepts(Do.approve("D2"), TestLedger.LEADER);
        ledger.accepts(Do.settle("D2", "2026-03-02"));
    }

    @Test
    void theLeaderIsAnotherPersonThanTheApprover() {
        ledger.given(Do.request("D1", "A1", "100", "2026-03-01"), Do.review("D1"));
        ledger.accepts(Do.approve("D1"), ALL);

        ledger.refuses(Do.approve("D1"), ALL).because("same-person");
    }

    @Test
    void theLeaderDoesNotReplaceTheApprover() {
        ledger.given(Do.request("D1", "A1", "100", "2026-03-01"), Do.review("D1"));

        ledger.refuses(Do.approve("D1"), TestLedger.LEADER)
                .because("role-not-allowed")
                .with("roles", "approver");
    }

    @Test
    void refusesStepsOutOfOrder() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"));

        ledger.refuses(Do.approve("D1")).because("not-in-this-state").with("state", "requested");
        ledger.refuses(Do.settle("D1", "2026-03-02")).because("not-in-this-state");
        ledger.given(Do.review("D1"))
                .refuses(Do.review("D1"))
                .because("not-in-this-state")
                .with("state", "reviewed");
        ledger.refuses(Do.approve("D9")).because("unknown-disbursement").with("reference", "D9");
    }

    @Test
    void theReviewCitesTheRulesInForceToday() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"), Do.fund("F1").amendedFrom("2026-06-16"))
                .today("2026-06-20")
                .given(Do.review("D1"));

        assertThat(ledger.last(DisbursementReviewed.class).getMetaData()).containsEntry("rulesVersion", 2);
    }
}
