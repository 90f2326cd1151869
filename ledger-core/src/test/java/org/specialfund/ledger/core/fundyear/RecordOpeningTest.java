package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationOpened;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;

/** A ledger that starts in mid-life takes a year over in one go, before any other entry. */
class RecordOpeningTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.given(Do.fund("F1").command(), Do.openYear(2026), Do.payee("T:1"));
    }

    @Test
    void takesOverUnallocatedAllocationsAndPayments() {
        ledger.accepts(Do.opening("300", "2026-06-01", Do.opened("A1", "200", "D1", "400"), Do.opened("A2", "0")));

        assertThat(ledger.balances())
                .containsOnly(
                        Map.entry("carried-in.F1.2026", "-900"),
                        Map.entry("unallocated.F1.2026", "300"),
                        Map.entry("available.A1", "200"),
                        Map.entry("paid.A1.T%3A1", "400"));
    }

    @Test
    void whatItTookOverIsSpentAndReturnedAsAnyOther() {
        ledger.given(Do.opening("0", "2026-06-01", Do.opened("A1", "200", "D1", "400")));

        ledger.refuses(Do.record("D2", "A1", "1", "2026-05-31"))
                .because("exceeds-available")
                .with("firstDay", "2026-05-31");
        ledger.given(Do.record("D2", "A1", "200", "2026-06-01"), Do.bounce("D1", "400", "2026-06-02"));
        assertThat(ledger.balance("available.A1")).isEqualTo("400");
        ledger.refuses(Do.bounce("D1", "1", "2026-06-02"))
                .because("exceeds-paid")
                .with("paid", "0.00");
    }

    @Test
    void refusesAfterAnotherEntry() {
        ledger.given(Do.appropriate("1", "2026-01-01"));

        ledger.refuses(Do.opening("300", "2026-06-01")).because("opening-after-entries");
    }

    @Test
    void refusesToRecordWhatWasUnallocatedTwice() {
        ledger.given(Do.opening("300", "2026-06-01"));

        ledger.refuses(Do.opening("5", "2026-06-02"))
                .because("opening-exists")
                .with("year", "2026")
                .with("unallocated", "300.00")
                .with("requested", "5.00");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("300");
    }

    @Test
    void takesOverTheAllocationsInPartsWhereTheSecondPartHasNothingUnallocated() {
        ledger.given(Do.opening("300", "2026-06-01", Do.opened("A1", "200")));

        ledger.accepts(Do.opening("0", "2026-06-01", Do.opened("A2", "1")));
    }

    @Test
    void aReversedOpeningIsRecordedAnewOnce() {
        ledger.given(Do.opening("300", "2026-06-01"))
                .given(new ReverseEntry(ledger.ref(OpeningRecorded.class), "a slip", "doc", null));

        ledger.given(Do.opening("320", "2026-06-01"));
        ledger.refuses(Do.opening("5", "2026-06-01")).because("opening-exists");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("320");
    }

    @Test
    void refusesAnAllocationThatExistsAndRecordsNothingOfTheYear() {
        ledger.given(Do.opening("300", "2026-06-01", Do.opened("A1", "200")));

        ledger.refuses(Do.opening("0", "2026-06-01", Do.opened("A2", "1"), Do.opened("A1", "200")))
                .because("allocation-exists")
                .with("allocationNo", "A1");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("300");
        assertThat(ledger.count(AllocationOpened.class)).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownPayee() {
        ledger.given(Do.payee("T:7"));
        OpeningAllocation toUnknown = new OpeningAllocation(
                "A1",
                null,
                "T:7",
                null,
                2025,
                Do.amount("1"),
                List.of(new OpeningAllocation.OpeningPayment("D1", "T:8", Do.amount("1"))));

        ledger.refuses(Do.opening("0", "2026-06-01", toUnknown))
                .because("unknown-payee")
                .with("payee", "T:8");
    }

    @Test
    void refusesNumbersThatRepeatOrDifferOnlyByCase() {
        assertThatThrownBy(() -> Do.opening("0", "2026-06-01", Do.opened("A1", "1"), Do.opened("a1", "1")))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() ->
                        Do.opening("0", "2026-06-01", Do.opened("A1", "1", "D1", "1"), Do.opened("A2", "1", "d1", "1")))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesAnOriginAfterTheYear() {
        OpeningAllocation fromLater = new OpeningAllocation("A1", null, "T:1", null, 2027, Do.amount("1"), List.of());

        assertThatThrownBy(() -> Do.opening("0", "2026-06-01", fromLater)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesAmountsBelowZero() {
        ledger.refuses(Do.opening("-1", "2026-06-01"))
                .because("amount-not-positive")
                .with("requested", "-1");
        ledger.refuses(Do.opening("1", "2026-06-01", Do.opened("A1", "-1")))
                .because("amount-not-positive")
                .with("requested", "-1");
        ledger.refuses(Do.opening("1", "2026-06-01", Do.opened("A1", "1", "D1", "0")))
                .because("amount-not-positive")
                .with("requested", "0");
    }
}
