package org.specialfund.ledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fund.event.FundRulesSet;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.ClosingStarted;
import org.specialfund.ledger.core.fundyear.event.PlanSet;
import org.specialfund.ledger.core.fundyear.event.YearCarriedOver;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** Rules are replaced from a later day on; every entry cites the version of its own day. */
class AmendRulesTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void appliesFromItsDayAndIsCitedFromThen() {
        ledger.standard().given(Do.fund("F1").categories("network").amendedFrom("2026-06-20"));
        ledger.today("2026-06-30");

        ledger.accepts(Do.appropriate("10", "2026-06-19"));
        assertThat(ledger.last(BudgetAppropriated.class).getMetaData()).containsEntry("rulesVersion", 1);
        ledger.accepts(Do.appropriate("10", "2026-06-20"));
        assertThat(ledger.last(BudgetAppropriated.class).getMetaData()).containsEntry("rulesVersion", 2);
    }

    @Test
    void changesWhatIsAllowedFromItsDayOnly() {
        ledger.standard().given(Do.fund("F1").categories("network").amendedFrom("2026-06-20"));
        ledger.today("2026-06-30");

        ledger.accepts(Do.issueFor("A1", "training", "10", "2026-06-19"));
        ledger.refuses(Do.issueFor("A2", "training", "10", "2026-06-20"))
                .because("category-not-allowed")
                .with("category", "training");
    }

    @Test
    void refusesToApplyFromTodayBecauseTodaysEventsCitedTheOldRules() {
        ledger.given(Do.fund("F1").command());

        ledger.refuses(Do.fund("F1").amendedFrom("2026-06-15"))
                .because("rules-too-early")
                .with("today", "2026-06-15")
                .with("appliesFrom", "2026-06-15");
        ledger.accepts(Do.fund("F1").amendedFrom("2026-06-16"));
    }

    @Test
    void refusesAnUnknownFund() {
        ledger.refuses(Do.fund("F9").amendedFrom("2026-07-01"))
                .because("unknown-fund")
                .with("fundCode", "F9");
    }

    @Test
    void keepsThresholdsWithTheDigitsOfTheCurrency() {
        ledger.given(Do.fund("F1").command());

        List<LedgerEvent> events = ledger.accepts(Do.fund("F1").leaderFrom("5").amendedFrom("2026-07-01"));

        assertThat(((FundRulesSet) events.get(0)).leaderThreshold()).isEqualTo("5.00");
    }

    @Test
    void refusesAClosedFund() {
        ledger.given(Do.fund("F1").command(), Do.closeFund("2026-06-15"));

        ledger.refuses(Do.fund("F1").amendedFrom("2026-07-01"))
                .because("fund-closed")
                .with("fundCode", "F1");
    }

    @Test
    void refusesToApplyFromADayForWhichACarryOverCitedTheOldRules() {
        ledger.standard()
                .given(Do.openYear(2027), Do.issue("A1", "200", "2026-02-01"), Do.startClosing(2026))
                .given(Do.carryYear(2026, 2026, "300", null));
        assertThat(ledger.last(YearCarriedOver.class).getMetaData()).containsEntry("rulesVersion", 1);

        ledger.refuses(Do.fund("F1").amendedFrom("2027-01-01"))
                .because("rules-too-early")
                .with("appliesFrom", "2027-01-01")
                .with("today", "2026-06-15")
                .with("cited", "2027-01-01");
        ledger.refuses(Do.fund("F1").amendedFrom("2026-06-16")).because("rules-too-early");
        ledger.accepts(Do.fund("F1").amendedFrom("2027-01-02"));
    }

    @Test
    void refusesToApplyFromADayForWhichACarriedAllocationCitedTheOldRules() {
        ledger.standard()
                .given(Do.openYear(2027), Do.issue("A1", "200", "2026-02-01"), Do.startClosing(2026))
                .given(Do.carry("A1", "B1", "200", null));

        ledger.refuses(Do.fund("F1").amendedFrom("2027-01-01"))
                .because("rules-too-early")
                .with("cited", "2027-01-01");
    }

    @Test
    void aCarryOverCitesTheRulesOfItsDay() {
        ledger.standard()
                .given(Do.openYear(2027), Do.startClosing(2026))
                .given(Do.fund("F1").amendedFrom("2026-07-01"), Do.carryYear(2026, 2026, "300", null));

        assertThat(ledger.last(YearCarriedOver.class).getMetaData()).containsEntry("rulesVersion", 2);
    }

    @Test
    void whatHasNoDayOfItsOwnCitesTheRulesOfTheDayItIsRecorded() {
        ledger.standard()
                .given(Do.fund("F1").amendedFrom("2026-06-20"), Do.openYear(2027))
                .given(Do.plan("L1", "10"));
        assertThat(ledger.last(PlanSet.class).getMetaData()).containsEntry("rulesVersion", 1);
        ledger.today("2026-06-30").given(Do.plan("L1", "20"), Do.startClosing(2026));

        assertThat(ledger.last(PlanSet.class).getMetaData()).containsEntry("rulesVersion", 2);
        assertThat(ledger.last(ClosingStarted.class).getMetaData()).containsEntry("rulesVersion", 2);
    }
}
