package org.specialfund.ledger.core.fundyear;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A year closes after its end, when nothing is left that could be spent. */
class CloseYearTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard().given(Do.issue("A1", "600", "2026-02-01"), Do.openYear(2027));
    }

    @Test
    void refusesAYearThatHasNotBegunToClose() {
        ledger.today("2027-01-05")
                .refuses(Do.closeYear(2026))
                .because("year-not-closing")
                .with("year", "2026");
    }

    @Test
    void refusesAYearThatHasNotEnded() {
        ledger.given(Do.startClosing(2026));

        ledger.today("2026-12-31")
                .refuses(Do.closeYear(2026))
                .because("year-not-ended")
                .with("lastDay", "2026-12-31");
    }

    @Test
    void refusesWhatIsLeftAndListsIt() {
        ledger.given(Do.request("D1", "A1", "150", "2026-03-01"), Do.startClosing(2026))
                .today("2027-01-05")
                .refuses(Do.closeYear(2026))
                .because("year-not-cleared")
                .with("count", "3")
                .with("remaining", "available A1 450.00, held A1 150.00, unallocated 400.00");
    }

    @Test
    void refusesHeldMoneyEvenWhereNothingElseIsLeft() {
        ledger.given(Do.request("D1", "A1", "600", "2026-03-01"), Do.startClosing(2026))
                .given(Do.reclaimYear("400", "2026-06-01"))
                .today("2027-01-05")
                .refuses(Do.closeYear(2026))
                .because("year-not-cleared")
                .with("remaining", "held A1 600.00");
    }

    @Test
    void closesWhenAllIsSpentReclaimedOrCarried() {
        ledger.given(
                Do.record("D1", "A1", "400", "2026-03-01"),
                Do.startClosing(2026),
                Do.carry("A1", "A1-27", "200", null),
                Do.carryYear(2026, 2026, "400", null));

        ledger.today("2027-01-05").accepts(Do.closeYear(2026));

        ledger.refuses(Do.closeYear(2026)).because("year-closed").with("year", "2026");
        ledger.refuses(Do.record("D2", "A1", "1", "2026-12-01")).because("year-closed");
        ledger.refuses(Do.appropriate("1", "2026-12-01")).because("year-closed");
        ledger.refuses(Do.bounce("D1", "1", "2026-12-01")).because("year-closed");
    }

    @Test
    void closingBarsWhatIsNew() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"), Do.startClosing(2026));

        ledger.refuses(Do.issue("A2", "1", "2026-06-01"))
                .because("year-closing")
                .with("year", "2026");
        ledger.refuses(Do.increase("A1", "1", "2026-06-01")).because("year-closing");
        ledger.refuses(Do.request("D2", "A1", "1", "2026-06-01")).because("year-closing");
        ledger.refuses(Do.opening("1", "2026-06-01")).because("year-closing");
        ledger.refuses(Do.startClosing(2026)).because("year-closing");
    }

    @Test
    void closingLetsWhatIsUnderWayGoOnWithADateInTheYear() {
        ledger.given(Do.request("D1", "A1", "10", "2026-03-01"), Do.request("D2", "A1", "10", "2026-03-01"))
                .given(Do.startClosing(2026))
                .today("2027-01-05")
                .given(Do.review("D1"), Do.approve("D1"));

        ledger.refuses(Do.settle("D1", "2027-01-02"))
                .because("date-outside-year")
                .with("firstDay", "2026-01-01")
                .with("lastDay", "2026-12-31");
        ledger.accepts(Do.settle("D1", "2026-12-31"));
        ledger.accepts(Do.cancel("D2", "2026-12-31"));
        ledger.accepts(Do.record("D3", "A1", "10", "2026-12-30"));
        ledger.accepts(Do.decrease("A1", "10", "2026-12-31"));
        ledger.accepts(Do.reclaim("A1", "10", "2026-12-31"));
        ledger.accepts(Do.surplus("A1", "10", "2026-12-31"));
    }

    @Test
    void heldMoneyIsNeverCarried() {
        ledger.given(Do.request("D1", "A1", "500", "2026-03-01"), Do.startClosing(2026));

        ledger.refuses(Do.carry("A1", "A1-27", "101", null))
                .because("exceeds-available")
                .with("available", "100.00")
                .with("firstDay", "2027-01-01");
    }

    @Test
    void refusesAnUnknownYear() {
        ledger.refuses(Do.closeYear(2030)).because("unknown-fund-year").with("year", "2030");
        ledger.refuses(Do.startClosing(2030)).because("unknown-fund-year");
    }
}
