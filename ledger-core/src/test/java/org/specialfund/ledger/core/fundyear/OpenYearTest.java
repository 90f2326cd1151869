package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.fund.event.FundYearAdded;
import org.specialfund.ledger.core.fundyear.event.FundYearOpened;
import org.specialfund.ledger.core.posting.LedgerEvent;

/** A fund year is opened once; its days follow from the first month of the fiscal year. */
class OpenYearTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void opensTheCalendarYear() {
        ledger.given(Do.fund("F1").command());

        List<LedgerEvent> events = ledger.accepts(Do.openYear(2026));

        assertThat(events).hasExactlyElementsOfTypes(FundYearAdded.class, FundYearOpened.class);
        FundYearOpened opened = (FundYearOpened) events.get(1);
        assertThat(opened.firstDay()).isEqualTo("2026-01-01");
        assertThat(opened.lastDay()).isEqualTo("2026-12-31");
    }

    @Test
    void opensAFiscalYearNamedByTheYearInWhichItEnds() {
        ledger.given(Do.fund("F1").firstMonth(7).currency("UGX").command());

        FundYearOpened opened =
                (FundYearOpened) ledger.accepts(Do.openYear(2015)).get(1);

        assertThat(opened.firstDay()).isEqualTo("2014-07-01");
        assertThat(opened.lastDay()).isEqualTo("2015-06-30");
        assertThat(opened.currency()).isEqualTo("UGX");
    }

    @Test
    void refusesAYearThatExists() {
        ledger.standard();

        ledger.refuses(Do.openYear(2026))
                .because("fund-year-exists")
                .with("fundCode", "F1")
                .with("year", "2026");
        assertThat(ledger.count(FundYearAdded.class))
                .as("nothing of the fund either")
                .isEqualTo(1);
    }

    @Test
    void refusesAnUnknownFundAndOneThatDiffersByCase() {
        ledger.given(Do.fund("F1").command());

        ledger.refuses(Do.openYear("F2", 2026)).because("unknown-fund").with("fundCode", "F2");
        ledger.refuses(Do.openYear("f1", 2026)).because("unknown-fund").with("fundCode", "f1");
    }

    @Test
    void refusesDaysThatDoNotAdjoinTheYearBeforeBecauseTheFirstMonthChanged() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2026))
                .given(Do.fund("F1").firstMonth(7).amendedFrom("2026-07-01"));

        ledger.refuses(Do.openYear(2027))
                .because("year-not-adjoining")
                .with("year", "2027")
                .with("firstDay", "2026-07-01")
                .with("lastDay", "2027-06-30");
    }

    @Test
    void opensTheYearBeforeAfterTheYear() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2026));

        ledger.accepts(Do.openYear(2025));
    }
}
