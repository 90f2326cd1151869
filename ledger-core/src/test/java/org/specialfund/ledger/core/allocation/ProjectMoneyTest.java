package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoProject;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.fundyear.FundYear;
import org.specialfund.ledger.core.fundyear.event.Committed;
import org.specialfund.ledger.core.project.Project;
import org.specialfund.ledger.core.project.event.ProjectCommitted;

/** Allocations that name a project stay within its approved amount, whatever moves them. */
class ProjectMoneyTest {

    private static final String DAY = "2026-02-01";

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anApprovedProject() {
        ledger.standard().approved("P1", "100");
    }

    private void committed(String amount) {
        assertThat(ledger.ledger().ask(Project.key("P1"), Project::committed)).isEqualByComparingTo(amount);
    }

    private static IssueAllocation issue(String fund, String recipient, String category, String project) {
        return new IssueAllocation(
                "A1",
                null,
                fund,
                2026,
                recipient,
                category,
                null,
                project,
                null,
                null,
                null,
                null,
                null,
                Do.amount("10"),
                Do.day(DAY),
                "doc",
                null);
    }

    @Test
    void refusesMoreThanIsLeftOverAllAllocations() {
        ledger.given(Do.issueOf("P1", "A1", "60", DAY));

        ledger.refuses(Do.issueOf("P1", "A2", "40.01", DAY))
                .because("exceeds-approved")
                .with("approved", "100.00")
                .with("left", "40.00");
        ledger.given(Do.issueOf("P1", "A2", "30", DAY));
        ledger.refuses(Do.increase("A1", "10.01", DAY)).because("exceeds-approved");
        ledger.given(Do.increase("A1", "10", DAY));
        committed("100");
    }

    @Test
    void refusesAnUnknownProjectOrOneThatIsNotApproved() {
        ledger.given(DoProject.submit("P2", "100"));

        ledger.refuses(Do.issueOf("P9", "A1", "10", DAY))
                .because("unknown-project")
                .with("projectNo", "P9");
        ledger.refuses(Do.issueOf("p1", "A1", "10", DAY))
                .because("unknown-project")
                .with("projectNo", "p1");
        ledger.refuses(Do.issueOf("P2", "A1", "10", DAY))
                .because("project-not-approved")
                .with("status", "submitted");
    }

    @Test
    void refusesAnotherUnitFundOrCategory() {
        ledger.given(Do.fund("F2").command(), Do.openYear("F2", 2026), Do.appropriate("F2", 2026, "100", "2026-01-02"));

        ledger.refuses(issue("F1", "T:2", "network", "P1"))
                .because("project-other-recipient")
                .with("applicant", "T:1");
        ledger.refuses(issue("F2", "T:1", "network", "P1")).because("project-other-fund");
        ledger.refuses(issue("F1", "T:1", "training", "P1"))
                .because("project-other-category")
                .with("requested", "training");
        ledger.refuses(issue("F1", "T:1", null, "P1")).because("project-other-category");
        ledger.accepts(issue("F1", "T:1", "network", "P1"));
    }

    @Test
    void whatAnAllocationGivesBackMayBeTakenAgain() {
        ledger.given(Do.issueOf("P1", "A1", "100", DAY), Do.decrease("A1", "10", DAY));
        committed("90");
        ledger.given(Do.surplus("A1", "20", DAY));
        committed("70");
        ledger.given(Do.reclaim("A1", "30", DAY));
        committed("40");
        ledger.given(Do.issueOf("P1", "A2", "60", DAY));
        committed("100");
    }

    @Test
    void surplusThatGoesToTheTreasuryIsGivenBackToo() {
        ledger.given(Do.fund("F1").surplusTo("treasury").amendedFrom("2026-06-16"))
                .today("2026-06-20")
                .given(Do.issueOf("P1", "A1", "100", DAY), Do.surplus("A1", "20", "2026-06-17"));

        committed("80");
    }

    @Test
    void aVirementMovesWithinAProjectAndGivesBackAcrossProjects() {
        ledger.given(Do.issueOf("P1", "A1", "60", DAY), Do.issueOf("P1", "A2", "40", DAY), Do.issue("A3", "50", DAY));

        ledger.given(Do.move("A1", "A2", "60", DAY));
        committed("100");
        ledger.refuses(Do.move("A3", "A1", "1", DAY)).because("exceeds-approved");
        ledger.given(Do.move("A2", "A3", "30", DAY));
        committed("70");
        ledger.given(Do.move("A3", "A1", "30", DAY));
        committed("100");
    }

    @Test
    void aVirementBetweenProjectsChangesBoth() {
        ledger.approved("P2", "50").given(Do.issueOf("P1", "A1", "60", DAY), Do.issueOf("P2", "A2", "40", DAY));

        ledger.refuses(Do.move("A1", "A2", "10.01", DAY))
                .because("exceeds-approved")
                .with("projectNo", "P2");
        ledger.given(Do.move("A1", "A2", "10", DAY));

        committed("50");
        assertThat(ledger.ledger().ask(Project.key("P2"), Project::committed)).isEqualByComparingTo("50");
    }

    @Test
    void reversalsTakeAndGiveBack() {
        ledger.given(Do.issueOf("P1", "A1", "60", DAY), Do.increase("A1", "40", DAY));
        ledger.given(Do.reverseEntry(ledger.ref(AllocationIncreased.class)));
        committed("60");
        ledger.given(Do.decrease("A1", "10", DAY));
        ledger.given(Do.reverseEntry(ledger.ref(AllocationDecreased.class)));
        committed("60");
        ledger.given(Do.surplus("A1", "10", DAY));
        ledger.given(Do.reverseEntry(ledger.ref(SurplusReturned.class)));
        committed("60");
        ledger.given(Do.reclaim("A1", "10", DAY));
        ledger.given(Do.reverseEntry(ledger.ref(AllocationReclaimed.class)));
        committed("60");
        ledger.given(Do.reverseEntry(ledger.ref(AllocationIssued.class)));
        committed("0");
    }

    @Test
    void theReversalOfADecreaseIsRefusedOnceOthersTookIt() {
        ledger.given(
                Do.issueOf("P1", "A1", "100", DAY), Do.decrease("A1", "10", DAY), Do.issueOf("P1", "A2", "10", DAY));

        ledger.refuses(Do.reverseEntry(ledger.ref(AllocationDecreased.class))).because("exceeds-approved");
    }

    @Test
    void theReversalOfAVirementMovesBack() {
        ledger.given(
                Do.issueOf("P1", "A1", "60", DAY),
                Do.issueOf("P1", "A2", "40", DAY),
                Do.issue("A3", "10", DAY),
                Do.move("A1", "A2", "20", DAY));
        ledger.given(Do.reverseEntry(lastVirement()));
        committed("100");
        ledger.given(Do.move("A1", "A3", "20", DAY));
        committed("80");
        ledger.given(Do.reverseEntry(lastVirement()));
        committed("100");
    }

    private String lastVirement() {
        return ledger.ref(VirementGiven.class);
    }

    @Test
    void aCarryOverMovesAndAddsNothing() {
        ledger.given(Do.issueOf("P1", "A1", "100", DAY), Do.openYear(2027))
                .given(Do.startClosing(2026))
                .given(Do.carry("A1", "B1", "70", null));
        committed("100");

        ledger.today("2027-02-01").given(Do.decrease("B1", "70", "2027-01-15"));
        committed("30");
    }

    @Test
    void aReturnThatIsNotRestoredToTheAllocationStaysTaken() {
        ledger.given(Do.fund("F1").returnsTo("treasury").amendedFrom("2026-06-16"))
                .today("2026-06-20")
                .given(Do.issueOf("P1", "A1", "100", DAY))
                .given(Do.record("D1", "A1", "50", "2026-06-17"), Do.bounce("D1", "50", "2026-06-18"));

        committed("100");
    }

    @Test
    void theProjectsPartIsReversedWithTheAllocationsOnly() {
        ledger.given(Do.issueOf("P1", "A1", "10", DAY));

        ledger.refuses(Do.reverseEntry(ledger.ref(ProjectCommitted.class))).because("part-of-another-entry");
    }

    /** Until projects were known, an allocation could name any text. */
    private void issuedLongAgo(String projectNo) {
        ledger.ledger()
                .store(
                        FundYear.key("F1", 2026),
                        new Committed("F1", 2026, "OLD", null, 2026, Do.amount("50.00"), "CNY", Do.day(DAY)));
        ledger.ledger()
                .store(
                        Allocation.key("OLD"),
                        new AllocationIssued(
                                "OLD",
                                null,
                                "F1",
                                2026,
                                "T:2",
                                null,
                                null,
                                projectNo,
                                null,
                                null,
                                null,
                                null,
                                2026,
                                Do.amount("50.00"),
                                "CNY",
                                Do.day(DAY),
                                "doc",
                                null));
    }

    @Test
    void anAllocationFromBeforeProjectsWereKnownGoesOn() {
        issuedLongAgo("whatever");
        ledger.given(Do.issue("A1", "10", DAY), Do.openYear(2027));

        ledger.given(
                Do.increase("OLD", "10", DAY),
                Do.decrease("OLD", "5", DAY),
                Do.move("OLD", "A1", "5", DAY),
                Do.surplus("OLD", "5", DAY),
                Do.reclaim("OLD", "5", DAY),
                Do.record("D1", "OLD", "10", DAY));
        ledger.given(Do.reverseEntry(ledger.ref(AllocationDecreased.class)));
        ledger.given(Do.startClosing(2026), Do.carry("OLD", "NEW", "35", null));

        assertThat(ledger.count(ProjectCommitted.class)).isZero();
    }

    @Test
    void aProjectDoesNotCountWhatNamedItBeforeItWas() {
        issuedLongAgo("P1");

        ledger.given(Do.decrease("OLD", "10", DAY));
        committed("0");
        ledger.given(Do.issueOf("P1", "A1", "100", DAY), Do.increase("OLD", "20", DAY));
        committed("100");
    }

    @Test
    void anAcceptedProjectStillTakesItsLastMoney() {
        ledger.given(DoProject.accept("P1", "2026-03-01"), Do.issueOf("P1", "A1", "10", "2026-04-01"));

        committed("10");
    }
}
