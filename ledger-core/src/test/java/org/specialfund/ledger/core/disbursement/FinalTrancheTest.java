package org.specialfund.ledger.core.disbursement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;

/** The last tranche waits for what the fund's rules require of its category. */
class FinalTrancheTest {

    private static final String DAY = "2026-07-01";

    @RegisterExtension
    final Scenario ledger = new Scenario();

    /** An allocation of 100 in two tranches, the first paid, under rules in force since 16 June. */
    private void firstPaid(String... requires) {
        ledger.standard()
                .given(Do.fund("F1").requires("network", requires).amendedFrom("2026-06-16"))
                .today("2026-07-15")
                .approved("P1", "100")
                .given(
                        Do.issueOf("P1", "A1", "100", "2026-02-01"),
                        Do.tranches("A1", "60", "40"),
                        Do.confirmTranche("A1", 1),
                        Do.confirmTranche("A1", 2),
                        Do.payment("D1", "A1", "60", DAY).tranche(1).record());
    }

    @Test
    void waitsForAcceptance() {
        firstPaid("acceptance");

        ledger.refuses(Do.payment("D2", "A1", "1", DAY).tranche(2).request())
                .because("acceptance-needed")
                .with("projectNo", "P1")
                .with("category", "network");
        ledger.refuses(Do.payment("D2", "A1", "40", DAY).tranche(2).record()).because("acceptance-needed");
        ledger.given(DoProject.accept("P1", "2026-06-30"));
        ledger.accepts(Do.payment("D2", "A1", "40", DAY).tranche(2).record());
    }

    @Test
    void waitsForSecurityEvidenceToo() {
        firstPaid("acceptance", "security-evidence");

        ledger.given(DoProject.accept("P1", "2026-06-30"));
        ledger.refuses(Do.payment("D2", "A1", "40", DAY).tranche(2).request()).because("security-evidence-needed");
        ledger.given(DoProject.secure("P1", "2026-06-30"));
        ledger.given(Do.payment("D2", "A1", "40", DAY).tranche(2).request()).settled("D2", DAY);
    }

    @Test
    void aPaymentUnderWayWaitsWhenItsTrancheBecomesTheLast() {
        firstPaid("acceptance");
        ledger.given(Do.tranches("A1", "60", "30", "10"), Do.confirmTranche("A1", 2))
                .given(Do.payment("D2", "A1", "30", DAY).tranche(2).request())
                .given(Do.review("D2"), Do.approve("D2"))
                .given(Do.tranches("A1", "60", "40"));

        ledger.refuses(Do.settle("D2", DAY)).because("acceptance-needed");
        ledger.given(DoProject.accept("P1", "2026-06-30"), Do.settle("D2", DAY));
    }

    @Test
    void anAllocationWithoutTranchesDoesNotPayThere() {
        ledger.standard()
                .given(Do.fund("F1").requires("network", "acceptance").amendedFrom("2026-06-16"))
                .today("2026-07-15")
                .approved("P1", "100")
                .given(Do.issueOf("P1", "A1", "100", "2026-02-01"));

        ledger.refuses(Do.record("D1", "A1", "1", DAY)).because("tranche-needed");
        ledger.refuses(Do.request("D1", "A1", "1", DAY)).because("tranche-needed");
        // What was paid before the rule is not touched by it.
        ledger.accepts(Do.record("D1", "A1", "1", "2026-06-15"));
    }

    @Test
    void anAllocationThatNamesNoProjectHasNoAcceptanceToShow() {
        ledger.standard()
                .given(Do.fund("F1").requires("network", "acceptance").amendedFrom("2026-06-16"))
                .today("2026-07-15")
                .given(new IssueAllocation(
                        "A1",
                        null,
                        "F1",
                        2026,
                        "T:1",
                        "network",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Do.amount("100"),
                        Do.day("2026-02-01"),
                        "doc",
                        null))
                .given(Do.tranches("A1", "100"), Do.confirmTranche("A1", 1));

        ledger.refuses(Do.payment("D1", "A1", "1", DAY).tranche(1).record())
                .because("acceptance-needed")
                .with("projectNo", "-");
    }

    @Test
    void otherCategoriesPayAsBefore() {
        ledger.standard()
                .given(Do.fund("F1").requires("network", "acceptance").amendedFrom("2026-06-16"))
                .today("2026-07-15")
                .given(Do.issue("A1", "100", "2026-02-01"));

        ledger.accepts(Do.record("D1", "A1", "1", DAY));
    }
}
