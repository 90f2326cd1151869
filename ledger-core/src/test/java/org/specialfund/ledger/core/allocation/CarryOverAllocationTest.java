package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationCarriedIn;
import org.specialfund.ledger.core.fundyear.event.AllocationCarriedOut;

/** Unspent money goes into a new allocation of the next year, on its first day. */
class CarryOverAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void anAllocation() {
        ledger.standard()
                .given(Do.issueFor("A1", "network", "200", "2026-02-01"), Do.openYear(2027), Do.startClosing(2026));
    }

    @Test
    void beginsANewAllocationOnTheFirstDayOfTheNextYear() {
        ledger.given(Do.carry("A1", "B1", "200", null));

        assertThat(ledger.balanceOn("available.A1", "2026-12-31")).isEqualTo("200");
        assertThat(ledger.balanceOn("available.A1", "2027-01-01")).isEqualTo("0");
        assertThat(ledger.balanceOn("available.B1", "2027-01-01")).isEqualTo("200");
        AllocationCarriedIn begun =
                (AllocationCarriedIn) ledger.last(AllocationCarriedIn.class).getPayload();
        assertThat(begun.category()).isEqualTo("network");
        assertThat(begun.recipient()).isEqualTo("T:1");
        assertThat(begun.originYear()).isEqualTo(2026);
    }

    @Test
    void whatIsCarriedIsSpentInTheNextYear() {
        ledger.given(Do.carry("A1", "B1", "200", null)).today("2027-01-10");

        ledger.refuses(Do.record("D1", "A1", "1", "2026-12-31"))
                .because("exceeds-available")
                .with("firstDay", "2027-01-01");
        ledger.accepts(Do.record("D1", "B1", "200", "2027-01-10"));
    }

    @Test
    void refusesMoreThanIsAvailableAndRecordsNothingOfTheOthers() {
        ledger.refuses(Do.carry("A1", "B1", "200.01", null))
                .because("exceeds-available")
                .with("firstDay", "2027-01-01")
                .with("balance", "-0.01");
        assertThat(ledger.count(AllocationCarriedIn.class)).isZero();
        assertThat(ledger.count(AllocationCarriedOut.class)).isZero();
    }

    @Test
    void refusesANumberThatExists() {
        ledger.given(Do.carry("A1", "B1", "100", null));

        ledger.refuses(Do.carry("A1", "B1", "100", null))
                .because("allocation-exists")
                .with("allocationNo", "B1");
        ledger.refuses(Do.carry("A1", "b1", "100", null))
                .because("differs-only-by-case")
                .with("existing", "B1");
        ledger.refuses(Do.carry("A9", "B2", "100", null))
                .because("unknown-allocation")
                .with("allocationNo", "A9");
    }

    @Test
    void needsAuthorityForMoneyUnspentForTwoYears() {
        ledger.given(Do.carry("A1", "B1", "200", null));
        ledger.today("2027-06-01").given(Do.openYear(2028), Do.startClosing(2027));

        ledger.refuses(Do.carry("B1", "C1", "200", null))
                .because("needs-authorisation")
                .with("originYear", "2026");
        ledger.accepts(Do.carry("B1", "C1", "200", "国办发〔2014〕70号"));
        AllocationCarriedIn begun =
                (AllocationCarriedIn) ledger.last(AllocationCarriedIn.class).getPayload();
        assertThat(begun.originYear()).isEqualTo(2026);
    }

    @Test
    void refusesAYearThatIsNotClosingAndANextYearThatIsNotOpen() {
        ledger.given(Do.carry("A1", "B1", "200", null)).today("2027-06-01");

        ledger.refuses(Do.carry("B1", "C1", "1", null))
                .because("year-not-closing")
                .with("year", "2027");
        ledger.given(Do.startClosing(2027));
        ledger.refuses(Do.carry("B1", "C1", "1", null))
                .because("next-year-not-open")
                .with("toYear", "2028");
    }
}
