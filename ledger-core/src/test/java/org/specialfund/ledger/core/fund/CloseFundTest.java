package org.specialfund.ledger.core.fund;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** A fund closes when all its years are closed, and takes nothing afterwards. */
class CloseFundTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void refusesWhileAYearIsOpenOrClosing() {
        ledger.standard().given(Do.openYear(2025), Do.startClosing(2025));

        ledger.refuses(Do.closeFund("2026-06-15"))
                .because("fund-has-open-years")
                .with("years", "[2025, 2026]");
    }

    @Test
    void closesWhenAllYearsAreClosedAndTakesNothingNew() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2025), Do.startClosing(2025), Do.closeYear(2025));

        ledger.accepts(Do.closeFund("2026-06-15"));

        ledger.refuses(Do.openYear(2026)).because("fund-closed").with("fundCode", "F1");
        ledger.refuses(Do.suspendFund("flood", "2026-06-15")).because("fund-closed");
        ledger.refuses(Do.closeFund("2026-06-15")).because("fund-closed");
    }

    @Test
    void refusesADateAfterTodayAndOneOutsideTheTerm() {
        ledger.given(Do.fund("F1").until("2026-05-31").command());

        ledger.refuses(Do.closeFund("2026-06-16"))
                .because("date-in-future")
                .with("effectiveDate", "2026-06-16")
                .with("today", "2026-06-15");
        ledger.refuses(Do.closeFund("2026-06-01")).because("date-outside-term").with("effectiveDate", "2026-06-01");
    }

    @Test
    void refusesAnUnknownFund() {
        ledger.refuses(Do.closeFund("2026-06-15")).because("unknown-fund").with("fundCode", "F1");
    }
}
