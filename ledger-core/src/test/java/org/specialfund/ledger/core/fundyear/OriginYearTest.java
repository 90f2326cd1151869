package org.specialfund.ledger.core.fundyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fundyear.command.OpeningAllocation;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;

/** Money keeps the year whose budget it came from, wherever it goes and comes back. */
class OriginYearTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    /** In 2026: 1000 of its own; of 2025, 300 unallocated and 200 in the allocation B1. */
    @BeforeEach
    void twoOrigins() {
        ledger.given(Do.fund("F1").command(), Do.payee("T:1"), Do.openYear(2025), Do.openYear(2026))
                .given(Do.appropriate("F1", 2025, "500", "2025-01-02"))
                .given(Do.issue("F1", 2025, "A1", "200", "2025-02-01"))
                .given(Do.startClosing(2025), Do.carry("A1", "B1", "200", null))
                .given(Do.carryYear(2025, 2025, "300", null), Do.closeYear(2025))
                .given(Do.appropriate("1000", "2026-01-02"));
    }

    @Test
    void anAllocationTakesWhatItsOriginHas() {
        ledger.refuses(Do.issueOf(2025, 2026, "C1", "300.01", "2026-02-01"))
                .because("exceeds-origin")
                .with("requested", "300.01")
                .with("originYear", "2025")
                .with("left", "300.00")
                .with("origins", "2025 300.00, 2026 1000.00");
        ledger.refuses(Do.issue("C1", "1000.01", "2026-02-01"))
                .because("exceeds-origin")
                .with("originYear", "2026")
                .with("left", "1000.00");

        ledger.given(Do.issueOf(2025, 2026, "C1", "300", "2026-02-01"));

        assertThat(((AllocationIssued) ledger.last(AllocationIssued.class).getPayload()).originYear())
                .isEqualTo(2025);
        left(Map.of(2026, "1000.00"));
        ledger.refuses(Do.issue("C2", "1000.01", "2026-02-01")).because("exceeds-unallocated");
    }

    @Test
    void anOriginIsCheckedOnTheDayAndEveryLaterOne() {
        ledger.given(Do.issueOf(2025, 2026, "C1", "300", "2026-05-10"));

        ledger.refuses(Do.issueOf(2025, 2026, "C2", "1", "2026-03-01"))
                .because("exceeds-origin")
                .with("left", "0.00");
        ledger.refuses(Do.reduceBudget("1001", "2026-03-01"))
                .because("exceeds-unallocated")
                .with("firstDay", "2026-05-10");
    }

    @Test
    void aReducedBudgetIsTheYearsOwn() {
        ledger.refuses(Do.reduceBudget("1001", "2026-03-01"))
                .because("exceeds-origin")
                .with("originYear", "2026")
                .with("left", "1000.00");
    }

    @Test
    void whatIsTakenBackIsOfTheOriginNamed() {
        ledger.refuses(Do.reclaimYear("1000.01", "2026-03-01")).because("exceeds-origin");
        ledger.refuses(Do.reclaimYear(2026, 2025, "300.01", "2026-03-01"))
                .because("exceeds-origin")
                .with("left", "300.00");

        ledger.given(Do.reclaimYear(2026, 2025, "300", "2026-03-01"));
        left(Map.of(2026, "1000.00"));
        ledger.given(new ReverseEntry(ledger.ref(YearReclaimed.class), "a slip", "doc", null));
        left(Map.of(2025, "300.00", 2026, "1000.00"));
    }

    @Test
    void whatAnAllocationGivesBackIsOfItsOrigin() {
        ledger.given(Do.decrease("B1", "50", "2026-03-01"));
        left(Map.of(2025, "350.00", 2026, "1000.00"));

        ledger.given(new ReverseEntry(ledger.ref(AllocationDecreased.class), "a slip", "doc", null));
        left(Map.of(2025, "300.00", 2026, "1000.00"));

        ledger.given(Do.surplus("B1", "20", "2026-03-01"));
        left(Map.of(2025, "320.00", 2026, "1000.00"));
        ledger.given(new ReverseEntry(ledger.ref(SurplusReturned.class), "a slip", "doc", null));
        left(Map.of(2025, "300.00", 2026, "1000.00"));
    }

    @Test
    void anAllocationGrowsByItsOriginAlone() {
        ledger.refuses(Do.increase("B1", "300.01", "2026-03-01"))
                .because("exceeds-origin")
                .with("originYear", "2025");

        ledger.given(Do.increase("B1", "300", "2026-03-01"));
        left(Map.of(2026, "1000.00"));
        ledger.given(new ReverseEntry(ledger.ref(AllocationIncreased.class), "a slip", "doc", null));
        left(Map.of(2025, "300.00", 2026, "1000.00"));
    }

    @Test
    void aPaymentThatComesBackToTheYearIsOfTheAllocationsOrigin() {
        ledger.given(Do.record("D1", "B1", "200", "2026-03-01"), Do.close("B1", "2026-03-02"))
                .given(Do.bounce("D1", "30", "2026-03-03"));

        left(Map.of(2025, "330.00", 2026, "1000.00"));
    }

    @Test
    void anAllocationThatWasOpenedGivesBackToItsOrigin() {
        ledger.given(Do.openYear(2027)).today("2027-01-10");
        ledger.given(new RecordOpening(
                "F1",
                2027,
                Do.amount("10"),
                List.of(new OpeningAllocation("E1", null, "T:1", null, 2024, Do.amount("40"), List.of())),
                LocalDate.parse("2027-01-05"),
                "doc",
                null));

        ledger.given(Do.decrease("E1", "15", "2027-01-06"));

        assertThat(byOrigin(2027)).isEqualTo(Map.of(2024, "15.00", 2027, "10.00"));
    }

    @Test
    void aVirementKeepsTheOrigin() {
        ledger.given(Do.issue("C1", "100", "2026-02-01"), Do.issueOf(2025, 2026, "C2", "100", "2026-02-01"));

        ledger.refuses(Do.move("B1", "C1", "1", "2026-03-01"))
                .because("origin-differs")
                .with("allocationNo", "B1")
                .with("originYear", "2025")
                .with("toAllocationNo", "C1")
                .with("toOriginYear", "2026");
        ledger.accepts(Do.move("B1", "C2", "1", "2026-03-01"));
    }

    @Test
    void anOriginAfterTheYearIsMalformed() {
        assertThatThrownBy(() -> Do.issueOf(2027, 2026, "C1", "1", "2026-02-01"))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Do.reclaimYear(2026, 2027, "1", "2026-02-01")).isInstanceOf(MalformedException.class);
    }

    private void left(Map<Integer, String> expected) {
        assertThat(byOrigin(2026)).isEqualTo(expected);
    }

    private Map<Integer, String> byOrigin(int year) {
        Map<Integer, BigDecimal> left =
                ledger.ledger().ask(FundYear.key("F1", year), book -> book.unallocatedByOriginOn(LocalDate.MAX));
        return left.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, amount -> amount.getValue()
                .toPlainString()));
    }
}
