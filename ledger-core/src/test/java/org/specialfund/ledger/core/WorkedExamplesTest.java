package org.specialfund.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two examples of events.md, every account folded from the postings of all events. */
class WorkedExamplesTest {

    @RegisterExtension
    final Scenario ledger = new Scenario();

    @Test
    void carryOverThenAReturnAfterClosing() {
        ledger.standard()
                .given(Do.issue("A1", "600", "2026-02-01"))
                .paid("D1", "A1", "400", "2026-03-01")
                .today("2026-12-10")
                .given(Do.request("D2", "A1", "150", "2026-12-10"), Do.startClosing(2026), Do.openYear(2027))
                .today("2026-12-20")
                .given(Do.cancel("D2", "2026-12-20"))
                .today("2027-01-05")
                .given(Do.reclaimYear("100", "2026-12-31"))
                .given(Do.carry("A1", "B1", "200", null), Do.carryYear(2026, 2026, "300", null))
                .given(Do.closeYear(2026));
        Map<String, String> lastDay = oldYearOnItsLastDay();

        ledger.today("2027-02-15").given(Do.bounce("D1", "400", "2027-02-10"));

        assertThat(ledger.balances())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "appropriated.F1.2026", "-1000",
                        "reclaimed.F1.2026", "100",
                        "carried-out.F1.2026", "500",
                        "repaid.F1.2026", "400",
                        "carried-in.F1.2027", "-500",
                        "unallocated.F1.2027", "300",
                        "available.B1", "200"));
        assertThat(oldYearOnItsLastDay()).isEqualTo(lastDay).containsEntry("paid.A1.T%3A1", "400");
    }

    private Map<String, String> oldYearOnItsLastDay() {
        return Stream.of(
                        "appropriated.F1.2026",
                        "unallocated.F1.2026",
                        "reclaimed.F1.2026",
                        "carried-out.F1.2026",
                        "repaid.F1.2026",
                        "available.A1",
                        "held.A1",
                        "paid.A1.T%3A1")
                .collect(Collectors.toMap(name -> name, name -> ledger.balanceOn(name, "2026-12-31")));
    }

    @Test
    void virementCorrectionRecoveryAndSurplusInOneOpenYear() {
        ledger.given(
                Do.fund("F1").surplusTo("treasury").command(),
                Do.openYear(2026),
                Do.payee("T:1"),
                Do.appropriate("500", "2026-01-02"),
                Do.issue("A", "200", "2026-02-01"),
                Do.issue("B", "200", "2026-02-01"),
                Do.record("D1", "A", "150", "2026-03-01"),
                Do.record("D2", "B", "120", "2026-03-01"),
                Do.move("A", "B", "50", "2026-03-02"),
                Do.correct("D1", "130", "2026-03-03"),
                Do.demand("D2", "40", "2026-04-01"),
                Do.receive("D2:1", "40", "2026-04-10"),
                Do.surplus("A", "20", "2026-04-11"));

        assertThat(ledger.balances())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "appropriated.F1.2026", "-500",
                        "unallocated.F1.2026", "100",
                        "available.B", "170",
                        "paid.A.T%3A1", "130",
                        "paid.B.T%3A1", "80",
                        "repaid.F1.2026", "20"));
        BigDecimal paid = Do.amount(ledger.balance("paid.A.T%3A1")).add(Do.amount(ledger.balance("paid.B.T%3A1")));
        BigDecimal appropriated =
                Do.amount(ledger.balance("appropriated.F1.2026")).negate();
        assertThat(paid.movePointRight(2).divide(appropriated))
                .as("execution rate")
                .isEqualByComparingTo("42");
    }
}
