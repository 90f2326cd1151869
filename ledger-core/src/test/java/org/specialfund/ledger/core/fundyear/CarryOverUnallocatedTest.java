package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** Unallocated money goes into the next year, on its first day; after two years only with authority. */
class CarryOverUnallocatedTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void movesMoneyOnTheFirstDayOfTheNextYear() {
        ledger.standard().given(Do.openYear(2027), Do.startClosing(2026), Do.carryYear(2026, 2026, "300", null));

        assertThat(ledger.balanceOn("unallocated.F1.2026", "2026-12-31")).isEqualTo("1000");
        assertThat(ledger.balanceOn("unallocated.F1.2026", "2027-01-01")).isEqualTo("700");
        assertThat(ledger.balanceOn("unallocated.F1.2027", "2026-12-31")).isEqualTo("0");
        assertThat(ledger.balanceOn("unallocated.F1.2027", "2027-01-01")).isEqualTo("300");
        assertThat(ledger.balance("carried-out.F1.2026")).isEqualTo("300");
        assertThat(ledger.balance("carried-in.F1.2027")).isEqualTo("-300");
    }

    @Test
    void refusesAYearThatIsNotClosing() {
        ledger.standard().given(Do.openYear(2027));

        ledger.refuses(Do.carryYear(2026, 2026, "300", null))
                .because("year-not-closing")
                .with("year", "2026");
    }

    @Test
    void refusesWhileTheNextYearIsNotOpen() {
        ledger.standard().given(Do.startClosing(2026));

        ledger.refuses(Do.carryYear(2026, 2026, "300", null))
                .because("next-year-not-open")
                .with("toYear", "2027");
    }

    @Test
    void refusesMoreThanIsUnallocated() {
        ledger.standard().given(Do.issue("A1", "800", "2026-02-01"), Do.openYear(2027), Do.startClosing(2026));

        ledger.refuses(Do.carryYear(2026, 2026, "201", null))
                .because("exceeds-unallocated")
                .with("firstDay", "2027-01-01")
                .with("balance", "-1.00")
                .with("available", "200.00");
    }

    @Test
    void refusesMoreThanTheOriginHas() {
        ledger.standard().given(Do.openYear(2027), Do.startClosing(2026));

        ledger.refuses(Do.carryYear(2026, 2025, "1", "doc"))
                .because("exceeds-origin")
                .with("originYear", "2025")
                .with("left", "0.00")
                .with("origins", "2026 1000.00")
                .with("requested", "1.00");
    }

    @Test
    void needsAuthorityForMoneyUnspentForTwoYears() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2025), Do.openYear(2026))
                .given(Do.appropriate("F1", 2025, "100", "2025-03-01"))
                .given(Do.startClosing(2025), Do.carryYear(2025, 2025, "100", null), Do.closeYear(2025))
                .given(Do.openYear(2027), Do.startClosing(2026));

        ledger.refuses(Do.carryYear(2026, 2025, "100", null))
                .because("needs-authorisation")
                .with("originYear", "2025");
        ledger.accepts(Do.carryYear(2026, 2025, "100", "国办发〔2014〕70号"));
    }
}
