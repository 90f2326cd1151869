package org.specialfund.ledger.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.fundyear.event.Committed;

/** Money of a fund year is assigned to a recipient, within what is unallocated on every later day. */
class IssueAllocationTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    @Test
    void movesUnallocatedToAvailableTogetherWithTheYear() {
        assertThat(ledger.accepts(Do.issue("A1", "600", "2026-02-01")))
                .hasExactlyElementsOfTypes(Committed.class, AllocationIssued.class);
        assertThat(ledger.balance("available.A1")).isEqualTo("600");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("400");
    }

    @Test
    void refusesWhatExceedsUnallocatedAndLeavesNoAllocation() {
        ledger.refuses(Do.issue("A1", "1000.01", "2026-02-01"))
                .because("exceeds-unallocated")
                .with("requested", "1000.01")
                .with("available", "1000.00")
                .with("firstDay", "2026-02-01")
                .with("balance", "-0.01");
        assertThat(ledger.count(AllocationIssued.class)).isZero();
        assertThat(ledger.count(Committed.class)).isZero();
        ledger.refuses(Do.decrease("A1", "1", "2026-02-01")).because("unknown-allocation");
    }

    @Test
    void refusesWhatExceedsUnallocatedOnALaterDay() {
        ledger.given(Do.reclaimYear("900", "2026-05-10"));

        ledger.refuses(Do.issue("A1", "101", "2026-02-01"))
                .because("exceeds-unallocated")
                .with("firstDay", "2026-05-10")
                .with("balance", "-1.00");
        ledger.accepts(Do.issue("A1", "100", "2026-02-01"));
    }

    @Test
    void refusesANumberThatExistsAndNothingOfTheYearStays() {
        ledger.given(Do.issue("A1", "600", "2026-02-01"));

        ledger.refuses(Do.issue("A1", "1", "2026-02-01"))
                .because("allocation-exists")
                .with("allocationNo", "A1");
        assertThat(ledger.count(Committed.class)).isEqualTo(1);
    }

    @Test
    void refusesANumberThatDiffersOnlyByCase() {
        ledger.given(Do.issue("A1", "600", "2026-02-01"));

        ledger.refuses(Do.issue("a1", "1", "2026-02-01"))
                .because("differs-only-by-case")
                .with("requested", "a1")
                .with("existing", "A1");
        ledger.refuses(Do.increase("a1", "1", "2026-02-01"))
                .because("unknown-allocation")
                .with("allocationNo", "a1");
    }

    @Test
    void refusesAnUnknownRecipientFundOrYear() {
        ledger.refuses(Do.issue("F1", 2026, "A1", "T:9", null, null, "1", "2026-02-01"))
                .because("unknown-payee")
                .with("payee", "T:9");
        ledger.refuses(Do.issue("F9", 2026, "A1", "1", "2026-02-01")).because("unknown-fund");
        ledger.refuses(Do.issue("F1", 2025, "A1", "1", "2025-02-01")).because("unknown-fund-year");
    }

    @Test
    void refusesACategoryThatTheRulesDoNotAllow() {
        ledger.given(Do.fund("G").categories("network", "security").command(), Do.openYear("G", 2026))
                .given(Do.appropriate("G", 2026, "100", "2026-01-01"));

        ledger.refuses(Do.issue("G", 2026, "A1", "T:1", "training", null, "1", "2026-02-01"))
                .because("category-not-allowed")
                .with("category", "training");
        ledger.refuses(Do.issue("G", 2026, "A1", "T:1", null, null, "1", "2026-02-01"))
                .because("category-not-allowed")
                .with("category", "-");
        ledger.accepts(Do.issue("G", 2026, "A1", "T:1", "security", null, "1", "2026-02-01"));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-16, date-in-future", "2025-12-31, date-outside-year", "2027-01-01, date-outside-year"})
    void refusesADayThatTheYearHasNot(String day, String code) {
        ledger.refuses(Do.issue("A1", "1", day)).because(code).with("effectiveDate", day);
    }

    @Test
    void citesTheRulesInForce() {
        ledger.given(Do.issue("A1", "1", "2026-02-01"));

        assertThat(ledger.last(AllocationIssued.class).getMetaData())
                .containsEntry("rulesVersion", 1)
                .containsEntry("proposedBy", "p-clerk")
                .containsEntry("confirmedBy", "p-approver")
                .containsEntry("actor", "p-approver")
                .containsEntry("role", "approver");
    }
}
