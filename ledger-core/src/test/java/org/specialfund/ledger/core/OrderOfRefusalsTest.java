package org.specialfund.ledger.core;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.decision.People;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.core.shared.Role;

/** Refusals come in one order, whatever else is wrong: sign, existence, people, state, rule, amount. */
class OrderOfRefusalsTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private static final String FUTURE = "2026-06-16";

    @BeforeEach
    void anAllocation() {
        ledger.standard().given(Do.issue("A1", "200", "2026-02-01"));
    }

    @Test
    void signBeforeExistence() {
        ledger.refuses(Do.decrease("A9", "-1", "2026-02-01"))
                .because("amount-not-positive")
                .with("requested", "-1");
        ledger.refuses(Do.request("D1", "A9", "0", "2026-02-01")).because("amount-not-positive");
        ledger.refuses(Do.bounce("D9", "-1", "2026-02-01")).because("amount-not-positive");
        ledger.refuses(new SetPlan("F9", 2026, Do.plan("L1", "-1").lines(), "doc", null, null))
                .because("amount-not-positive");
        ledger.refuses(Do.tranches("A9", "-1")).because("amount-not-positive");
        ledger.refuses(new RecordOpening("F9", 2026, Do.amount("-1"), List.of(), Do.day("2026-06-01"), "doc", null))
                .because("amount-not-positive");
    }

    @Test
    void existenceBeforePeople() {
        ledger.refuses(Do.decrease("A9", "1", "2026-02-01"), TestLedger.PLANNER).because("unknown-allocation");
        ledger.refuses(Do.issue("A1", "1", "2026-02-01"), TestLedger.PLANNER).because("allocation-exists");
        ledger.refuses(Do.review("D9"), TestLedger.CLERK).because("unknown-disbursement");
    }

    @Test
    void existenceBeforeStateOfAnotherAggregate() {
        ledger.paid("D1", "A1", "10", "2026-03-01").given(Do.suspendFund("flood", "2026-05-01"));

        ledger.refuses(Do.settle("D1", null, "bank-D1", 1, "2026-05-01")).because("bank-reference-exists");
        ledger.refuses(Do.issueLine("A2", "L9", "1", "2026-05-01")).because("unknown-plan-line");
    }

    @Test
    void peopleBeforeState() {
        ledger.given(Do.startClosing(2026));

        ledger.refuses(Do.issue("A2", "1", "2026-02-01"), TestLedger.CLERK).because("two-people-needed");
        ledger.refuses(Do.increase("A1", "1", "2026-02-01"), People.two(TestLedger.CLERK, TestLedger.LEADER))
                .because("role-not-allowed")
                .with("roles", "approver");
        Person other = new Person("p-other", Set.of(Role.UNIT), "T:2");
        ledger.refuses(Do.request("D1", "A1", "1", "2026-02-01"), other).because("unit-not-its-own");
    }

    @Test
    void stateBeforeRule() {
        ledger.given(Do.issue("A2", "10", "2026-02-01"), Do.decrease("A2", "10", "2026-02-01"))
                .given(Do.close("A2", "2026-02-01"), Do.suspendFund("flood", "2026-05-01"));

        ledger.refuses(Do.request("D1", "A1", "1", FUTURE)).because("fund-suspended");
        ledger.refuses(Do.increase("A2", "1", FUTURE)).because("allocation-closed");
        ledger.refuses(Do.decrease("A2", "1", FUTURE)).because("allocation-closed");
    }

    @Test
    void ruleBeforeAmount() {
        ledger.refuses(Do.decrease("A1", "1000", FUTURE)).because("date-in-future");
        ledger.refuses(Do.record("D1", "A1", "1000", "2025-12-31")).because("date-outside-year");
        ledger.refuses(Do.issue("A2", "5000", FUTURE)).because("date-in-future");
    }
}
