package org.specialfund.ledger.core.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.FundsRestored;

/** Money that comes back in its year goes where the rules say. */
class ReturnDisbursementTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private void paid(Do.FundOf fund) {
        ledger.standard(fund).given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "150", "2026-03-01"));
    }

    @Test
    void goesBackToTheAllocation() {
        paid(Do.fund("F1"));

        ledger.given(Do.bounce("D1", "60", "2026-03-05"));

        assertThat(ledger.balance("available.A1")).isEqualTo("110");
        assertThat(ledger.balanceOn("available.A1", "2026-03-04")).isEqualTo("50");
        assertThat(ledger.balance("paid.A1.T%3A1")).isEqualTo("90");
    }

    @Test
    void goesToTheYear() {
        paid(Do.fund("F1").returnsTo("year"));

        ledger.given(Do.bounce("D1", "60", "2026-03-05"));

        assertThat(ledger.balance("available.A1")).isEqualTo("50");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("860");
    }

    @Test
    void goesToTheTreasury() {
        paid(Do.fund("F1").returnsTo("treasury"));

        ledger.given(Do.bounce("D1", "60", "2026-03-05"));

        assertThat(ledger.balance("repaid.F1.2026")).isEqualTo("60");
        assertThat(ledger.balance("available.A1")).isEqualTo("50");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("800");
    }

    @Test
    void refusesMoreThanIsPaidNetAndRecordsNothingOfTheAllocation() {
        paid(Do.fund("F1"));
        ledger.given(Do.bounce("D1", "60", "2026-03-05"));

        ledger.refuses(Do.bounce("D1", "90.01", "2026-03-06"))
                .because("exceeds-paid")
                .with("requested", "90.01")
                .with("paid", "90.00");
        assertThat(ledger.count(FundsRestored.class)).isEqualTo(1);
        ledger.accepts(Do.bounce("D1", "90", "2026-03-06"));
    }

    @Test
    void refusesADayBeforeThePaymentAndOneAfterToday() {
        paid(Do.fund("F1"));

        ledger.refuses(Do.bounce("D1", "1", "2026-02-28"))
                .because("before-earlier-entry")
                .with("earlier", "2026-03-01");
        ledger.refuses(Do.bounce("D1", "1", "2026-06-16")).because("date-in-future");
    }

    @Test
    void refusesWhatIsNotPaid() {
        paid(Do.fund("F1"));
        ledger.given(Do.request("D2", "A1", "10", "2026-03-01"));

        ledger.refuses(Do.bounce("D2", "1", "2026-03-02"))
                .because("not-in-this-state")
                .with("state", "requested");
        ledger.refuses(Do.bounce("D9", "1", "2026-03-02")).because("unknown-disbursement");
    }

    @Test
    void refusesADayWithinAClosingYearOnlyOnceItIsClosed() {
        paid(Do.fund("F1"));
        ledger.given(Do.startClosing(2026)).today("2027-01-05").given(Do.bounce("D1", "10", "2026-12-30"));

        assertThat(ledger.balance("available.A1")).isEqualTo("60");
    }
}
