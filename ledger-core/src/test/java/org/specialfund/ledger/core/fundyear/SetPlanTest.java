package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.fundyear.event.PlanSet;

/** Plan lines bound what allocations under them take; a revised ceiling stays at or above that. */
class SetPlanTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aPlan() {
        ledger.standard().given(Do.plan("L1", "300", "L2", "100.5"));
    }

    @Test
    void keepsCeilingsWithTheDigitsOfTheCurrency() {
        PlanSet plan = (PlanSet) ledger.last(PlanSet.class).getPayload();

        assertThat(plan.lines())
                .extracting(PlanLine::ceiling)
                .containsExactly(Do.amount("300.00"), Do.amount("100.50"));
    }

    @Test
    void refusesAnAllocationBeyondTheCeiling() {
        ledger.given(Do.issueLine("A1", "L1", "200", "2026-02-01"));

        ledger.refuses(Do.issueLine("A2", "L1", "101", "2026-02-01"))
                .because("plan-line-exceeded")
                .with("planLine", "L1")
                .with("requested", "101.00")
                .with("ceiling", "300.00")
                .with("left", "100.00");
        ledger.accepts(Do.issueLine("A2", "L1", "100", "2026-02-01"));
        ledger.refuses(Do.increase("A1", "0.01", "2026-02-02"))
                .because("plan-line-exceeded")
                .with("left", "0.00");
    }

    @Test
    void refusesALineThatThePlanHasNot() {
        ledger.refuses(Do.issueLine("A1", "L9", "1", "2026-02-01"))
                .because("unknown-plan-line")
                .with("planLine", "L9")
                .with("year", "2026");
    }

    @Test
    void leavesMoneyWithoutALineFree() {
        ledger.accepts(Do.issue("A1", "1000", "2026-02-01"));
    }

    @Test
    void refusesACeilingBelowWhatIsCommittedAndALineTakenAway() {
        ledger.given(Do.issueLine("A1", "L1", "200", "2026-02-01"));

        ledger.refuses(Do.plan("L1", "199.99", "L2", "100"))
                .because("ceiling-below-committed")
                .with("planLine", "L1")
                .with("ceiling", "199.99")
                .with("committed", "200.00");
        ledger.refuses(Do.plan("L2", "100")).because("ceiling-below-committed").with("ceiling", "0.00");
        assertThat(((PlanSet) ledger.accepts(Do.plan("L1", "200")).get(0)).version())
                .isEqualTo(2);
    }

    @Test
    void decreaseAndSurplusGiveTheLineBack() {
        ledger.given(
                Do.issueLine("A1", "L1", "300", "2026-02-01"),
                Do.decrease("A1", "50", "2026-02-02"),
                Do.surplus("A1", "30", "2026-02-03"));

        ledger.refuses(Do.issueLine("A2", "L1", "81", "2026-02-04"))
                .because("plan-line-exceeded")
                .with("left", "80.00");
        ledger.accepts(Do.issueLine("A2", "L1", "80", "2026-02-04"));
    }

    @Test
    void virementAcrossLinesMovesTheirTotals() {
        ledger.given(
                Do.issueLine("A1", "L1", "300", "2026-02-01"),
                Do.issueLine("A2", "L2", "60", "2026-02-01"),
                Do.move("A1", "A2", "40", "2026-02-02"));

        ledger.refuses(Do.move("A1", "A2", "1", "2026-02-03"))
                .because("plan-line-exceeded")
                .with("planLine", "L2")
                .with("left", "0.50");
        ledger.accepts(Do.issueLine("A3", "L1", "40", "2026-02-04"));
    }

    @Test
    void refusesACeilingThatIsNotPositive() {
        ledger.refuses(Do.plan("L1", "-1")).because("amount-not-positive").with("requested", "-1");
    }

    @Test
    void refusesLinesThatRepeatOrDifferOnlyByCase() {
        assertThatThrownBy(() -> Do.plan("L1", "1", "L1", "2")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.plan("L1", "1", "l1", "2")).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesAClosingYear() {
        ledger.given(Do.startClosing(2026));

        ledger.refuses(Do.plan("L1", "300")).because("year-closing");
    }
}
