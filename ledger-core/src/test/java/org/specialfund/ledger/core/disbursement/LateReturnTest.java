package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;

/** After its last day a year never gains money to spend: a late return goes where the rules say. */
class LateReturnTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private void ended(Do.FundOf fund) {
        ledger.standard(fund)
                .given(
                        Do.openYear(2027),
                        Do.issue("A1", "200", "2026-02-01"),
                        Do.record("D1", "A1", "150", "2026-03-01"))
                .today("2027-02-10");
    }

    private void closed() {
        ledger.given(
                Do.startClosing(2026),
                Do.reclaim("A1", "50", "2026-12-31"),
                Do.reclaimYear("800", "2026-12-31"),
                Do.closeYear(2026));
    }

    @Test
    void goesToTheTreasuryOfTheOldYear() {
        ended(Do.fund("F1"));

        ledger.given(Do.bounce("D1", "60", "2027-02-01"));

        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("available.A1")).isEqualTo("50");
        assertThat(ledger.balance("unallocated.F1.2027")).isEqualTo("0");
    }

    @Test
    void goesIntoTheOpenYear() {
        ended(Do.fund("F1").lateReturnsTo("open-year"));
        closed();

        ledger.given(Do.bounce("D1", "60", "2027-02-01"));

        assertThat(ledger.balance("carried-out.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("carried-in.F1.2027")).isEqualTo("-60");
        assertThat(ledger.balance("unallocated.F1.2027")).isEqualTo("60");
        ledger.refuses(Do.issue("F1", 2027, "B1", "60", "2027-02-01"))
                .because("exceeds-origin")
                .with("origins", "2026 60.00");
        ledger.accepts(Do.issueOf(2026, 2027, "B1", "60", "2027-02-01"));
    }

    @Test
    void theDateDecidesNotTheState() {
        ended(Do.fund("F1"));

        ledger.given(Do.bounce("D1", "1", "2026-12-31"), Do.bounce("D1", "2", "2027-01-01"));

        assertThat(ledger.balance("available.A1")).isEqualTo("51");
        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("2");
    }

    @Test
    void refusesADayWithinAClosedYear() {
        ended(Do.fund("F1"));
        closed();

        ledger.refuses(Do.bounce("D1", "1", "2026-12-31"))
                .because("year-closed")
                .with("year", "2026");
        ledger.accepts(Do.bounce("D1", "1", "2027-01-01"));
    }

    @Test
    void refusesWhereNoYearIsOpenToTakeIt() {
        ledger.standard(Do.fund("F1").lateReturnsTo("open-year"))
                .given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "150", "2026-03-01"))
                .today("2027-02-10");

        ledger.refuses(Do.bounce("D1", "1", "2027-02-01"))
                .because("next-year-not-open")
                .with("toYear", "2027");
    }

    @Test
    void aReversalAfterTheYearBearsTodayAndFollowsTheSameRule() {
        ended(Do.fund("F1"));
        closed();

        ledger.given(Do.reverse("D1"));

        assertThat(ledger.balanceOn("repaid.F1.2026", "2027-02-09")).isEqualTo("0");
        assertThat(ledger.balanceOn("repaid.F1.2026", "2027-02-10")).isEqualTo("150");
        assertThat(ledger.balanceOn("paid.A1.T%3A1", "2026-12-31")).isEqualTo("150");
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-12-31T12:00:00Z",
        "Pacific/Pago_Pago, 2029-01-01T06:00:00Z",
    })
    void aReversalOnNewYearsEveOfAZoneIsRefusedWhereNoYearTakesIt(String zone, String now) {
        ledger.standard(Do.fund("F1").zone(zone).lateReturnsTo("open-year"))
                .given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "150", "2026-03-01"))
                .now(now);

        ledger.refuses(Do.reverse("D1")).because("next-year-not-open");
    }

    @Test
    void aRecoveryAfterTheYearFollowsTheSameRule() {
        ended(Do.fund("F1").lateReturnsTo("open-year"));

        ledger.given(Do.demand("D1", "60", "2027-01-10"), Do.receive("D1:1", "60", "2027-02-01"));

        assertThat(ledger.balance("unallocated.F1.2027")).isEqualTo("60");
        assertThat(ledger.balance("claimed.F1.2026")).isEqualTo("0");
    }
}
