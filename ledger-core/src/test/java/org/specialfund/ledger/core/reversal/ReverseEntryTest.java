package org.specialfund.ledger.core.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.allocation.event.AllocationDecreased;
import org.specialfund.ledger.core.allocation.event.AllocationEntryReversed;
import org.specialfund.ledger.core.allocation.event.AllocationIncreased;
import org.specialfund.ledger.core.allocation.event.AllocationIssued;
import org.specialfund.ledger.core.allocation.event.AllocationReclaimed;
import org.specialfund.ledger.core.allocation.event.SurplusReturned;
import org.specialfund.ledger.core.allocation.event.VirementGiven;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.MalformedException;
import org.specialfund.ledger.core.fundyear.command.RecordOpening;
import org.specialfund.ledger.core.fundyear.event.BudgetAppropriated;
import org.specialfund.ledger.core.fundyear.event.BudgetIncreased;
import org.specialfund.ledger.core.fundyear.event.BudgetReduced;
import org.specialfund.ledger.core.fundyear.event.OpeningRecorded;
import org.specialfund.ledger.core.fundyear.event.Released;
import org.specialfund.ledger.core.fundyear.event.YearReclaimed;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.reversal.event.ReversalRecorded;

/** An entry is reversed once, whole, on its own day, and never gives an ended year money to spend. */
class ReverseEntryTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @BeforeEach
    void aYear() {
        ledger.standard();
    }

    private LedgerCommand reverse(Class<? extends LedgerEvent> kind) {
        return Do.reverseEntry(ledger.ref(kind));
    }

    @Test
    void undoesAnAppropriation() {
        ledger.given(reverse(BudgetAppropriated.class));

        assertThat(ledger.balances()).isEmpty();
        assertThat(ledger.balanceOn("unallocated.F1.2026", "2026-01-02")).isEqualTo("0");
    }

    @Test
    void refusesAnAppropriationThatWasUsed() {
        ledger.given(Do.issue("A1", "300", "2026-05-10"));

        ledger.refuses(reverse(BudgetAppropriated.class))
                .because("exceeds-unallocated")
                .with("requested", "1000.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-300.00");
        assertThat(ledger.count(ReversalRecorded.class)).isZero();
    }

    @Test
    void undoesAnIncreaseAReductionAndAReclaimOfTheYear() {
        ledger.given(Do.increaseBudget("10", "2026-02-01"))
                .given(reverse(BudgetIncreased.class))
                .given(Do.reduceBudget("20", "2026-02-01"))
                .given(reverse(BudgetReduced.class))
                .given(Do.reclaimYear("30", "2026-02-01"))
                .given(reverse(YearReclaimed.class));

        assertThat(ledger.balances())
                .containsOnly(Map.entry("appropriated.F1.2026", "-1000"), Map.entry("unallocated.F1.2026", "1000"));
    }

    @Test
    void undoesAnOpening() {
        ledger.given(Do.fund("G").command(), Do.openYear("G", 2026))
                .given(new RecordOpening("G", 2026, Do.amount("50"), List.of(), Do.day("2026-06-01"), "doc", null))
                .given(reverse(OpeningRecorded.class));

        assertThat(ledger.balance("unallocated.G.2026")).isEqualTo("0");
        assertThat(ledger.balance("carried-in.G.2026")).isEqualTo("0");
    }

    @Test
    void undoesEveryMovementOfAnAllocation() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"))
                .given(Do.increase("A1", "10", "2026-02-02"))
                .given(reverse(AllocationIncreased.class))
                .given(Do.decrease("A1", "20", "2026-02-02"))
                .given(reverse(AllocationDecreased.class))
                .given(Do.surplus("A1", "30", "2026-02-02"))
                .given(reverse(SurplusReturned.class))
                .given(Do.reclaim("A1", "40", "2026-02-02"))
                .given(reverse(AllocationReclaimed.class))
                .given(Do.move("A1", "A2", "50", "2026-02-02"))
                .given(reverse(VirementGiven.class));

        assertThat(ledger.balance("available.A1")).isEqualTo("200");
        assertThat(ledger.balanceOn("available.A1", "2026-02-02")).isEqualTo("200");
        assertThat(ledger.balance("available.A2")).isEqualTo("100");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("700");
        ledger.given(Do.reverseEntry("allocation:a1@0"));
        assertThat(ledger.balance("available.A1")).isEqualTo("0");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("900");
    }

    @Test
    void undoesASurplusThatWentToTheTreasury() {
        ledger.given(Do.fund("G").surplusTo("treasury").command(), Do.openYear("G", 2026))
                .given(Do.appropriate("G", 2026, "100", "2026-01-01"), Do.issue("G", 2026, "B1", "100", "2026-02-01"))
                .given(Do.surplus("B1", "40", "2026-03-01"))
                .given(reverse(SurplusReturned.class));

        assertThat(ledger.balance("repaid.G.2026")).isEqualTo("0");
        assertThat(ledger.balance("available.B1")).isEqualTo("100");
    }

    @Test
    void refusesAnIssueThatWasSpentAndRecordsNothingOfTheYear() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.record("D1", "A1", "150", "2026-05-10"));

        ledger.refuses(reverse(AllocationIssued.class))
                .because("exceeds-available")
                .with("requested", "200.00")
                .with("firstDay", "2026-05-10")
                .with("balance", "-150.00");
        assertThat(ledger.count(Released.class)).isZero();
        assertThat(ledger.count(ReversalRecorded.class)).isZero();
    }

    @Test
    void refusesAVirementWhoseMoneyWasSpentAndRecordsNothingOfTheGiver() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.issue("A2", "100", "2026-02-01"))
                .given(Do.move("A1", "A2", "50", "2026-02-02"), Do.record("D1", "A2", "120", "2026-03-01"));

        ledger.refuses(reverse(VirementGiven.class))
                .because("exceeds-available")
                .with("firstDay", "2026-03-01")
                .with("balance", "-20.00");
        assertThat(ledger.count(AllocationEntryReversed.class)).isZero();
    }

    @Test
    void refusesADecreaseWhoseMoneyWasUsedElsewhere() {
        ledger.given(Do.issue("A1", "1000", "2026-02-01"), Do.decrease("A1", "400", "2026-03-01"))
                .given(Do.issue("A2", "300", "2026-04-01"));

        ledger.refuses(reverse(AllocationDecreased.class))
                .because("exceeds-unallocated")
                .with("firstDay", "2026-04-01")
                .with("balance", "-300.00");
    }

    @Test
    void refusesToReverseTwiceHoweverTheEntryIsWritten() {
        ledger.given(Do.reduceBudget("20", "2026-02-01"));
        String entry = ledger.ref(BudgetReduced.class);
        ledger.given(Do.reverseEntry(entry));

        ledger.refuses(Do.reverseEntry(entry)).because("already-reversed").with("entry", entry);
        assertThatThrownBy(() -> Do.reverseEntry(entry.replace("@", "@0"))).isInstanceOf(MalformedException.class);
        ledger.refuses(Do.reverseEntry(entry.replace("f1", "F1"))).because("unknown-entry");
    }

    @Test
    void refusesAnUnknownEntry() {
        ledger.refuses(Do.reverseEntry("fund-year:f1/2026@99"))
                .because("unknown-entry")
                .with("entry", "fund-year:f1/2026@99");
        ledger.refuses(Do.reverseEntry("nowhere@0")).because("unknown-entry");
    }

    @Test
    void refusesToGiveAnEndedYearMoneyToSpend() {
        ledger.given(Do.issue("A1", "200", "2026-02-01"), Do.decrease("A1", "20", "2026-03-01"))
                .given(Do.reclaimYear("10", "2026-03-01"))
                .today("2027-01-01");

        ledger.refuses(reverse(AllocationDecreased.class))
                .because("ended-year-gains")
                .with("lastDay", "2026-12-31");
        ledger.refuses(reverse(AllocationIssued.class)).because("ended-year-gains");
        ledger.refuses(reverse(YearReclaimed.class)).because("ended-year-gains");
    }

    @Test
    void takesFromAnEndedYearOnTheDayItIsEntered() {
        ledger.given(Do.increaseBudget("10", "2026-03-01")).today("2027-01-01").given(reverse(BudgetIncreased.class));

        assertThat(ledger.balanceOn("unallocated.F1.2026", "2026-12-31")).isEqualTo("1010");
        assertThat(ledger.balance("unallocated.F1.2026")).isEqualTo("1000");
    }

    @Test
    void refusesAClosedYear() {
        ledger.given(Do.reclaimYear("1000", "2026-03-01"), Do.startClosing(2026))
                .today("2027-01-01")
                .given(Do.closeYear(2026));

        ledger.refuses(reverse(YearReclaimed.class)).because("year-closed").with("year", "2026");
        ledger.refuses(reverse(BudgetAppropriated.class)).because("year-closed");
    }

    @Test
    void respectsThePlanLines() {
        ledger.given(Do.plan("L1", "200"), Do.issueLine("A1", "L1", "200", "2026-02-01"))
                .given(Do.decrease("A1", "50", "2026-03-01"), Do.issueLine("A2", "L1", "50", "2026-03-02"));

        ledger.refuses(reverse(AllocationDecreased.class))
                .because("plan-line-exceeded")
                .with("left", "0.00");
    }
}
