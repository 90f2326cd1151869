package org.specialfund.ledger.projections.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.specialfund.ledger.core.Do;
import org.specialfund.ledger.core.DoReconcile;
import org.specialfund.ledger.core.Scenario;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.fund.event.FundMonthSigned;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.reconciliation.event.StatementLine;
import org.specialfund.ledger.projections.Recording;
import org.specialfund.ledger.projections.TestDatabase;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.RecordedEvent;

/** Months beside their statements say what the events say, whether they come one by one or all together. */
class ReconciliationProjectionTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @RegisterExtension
    final Scenario ledger = new Scenario();

    private final TestDatabase database = TestDatabase.fresh();
    private final Reconciliations months = new Reconciliations(database.dataSource(), database.transactions());

    @AfterEach
    void close() {
        database.close();
    }

    private void applyAll() {
        List<RecordedEvent> recorded = Recording.of(ledger.ledger());
        Applying.apply(database, new ReconciliationProjection(database.jdbc()), recorded);
        try (TestDatabase other = TestDatabase.fresh()) {
            recorded.forEach(
                    event -> Applying.apply(other, new ReconciliationProjection(other.jdbc()), List.of(event)));
            assertThat(other.rows("reconciliation")).isEqualTo(database.rows("reconciliation"));
        }
    }

    @BeforeEach
    void march() {
        ledger.standard()
                .given(
                        Do.issue("A1", "500", "2026-02-01"),
                        Do.payment("D1", "A1", "100", "2026-03-05")
                                .bank("B1", 1)
                                .record(),
                        Do.payment("D2", "A1", "30", "2026-03-31").bank("B2", 1).record(),
                        Do.payment("D3", "A1", "7", "2026-04-01").bank("B3", 1).record());
    }

    private void receivedAndExplained() {
        ledger.given(
                DoReconcile.receive("2026-03", "900", "798.50", "2026-03-06 B1 -100", "2026-03-31 - -1.50"),
                DoReconcile.explain("2026-03", "ledger payment:D2", "bank 2"));
    }

    private void signed() {
        receivedAndExplained();
        ledger.given(DoReconcile.sign("2026-03"), DoReconcile.countersign("2026-03"));
    }

    @Test
    void aMonthShowsItsStatementAndWhoSigned() {
        signed();
        applyAll();

        MonthView month = months.find("F1", 2026, "2026-03").orElseThrow();
        assertThat(month.state()).isEqualTo("locked");
        assertThat(month.openingBalance()).isEqualTo("900.00");
        assertThat(month.signedBy()).isEqualTo(TestLedger.CLERK.id());
        assertThat(month.countersignedBy()).isEqualTo(TestLedger.APPROVER.id());
        assertThat(months.lines("F1", "2026-03"))
                .extracting(StatementLine::line, StatementLine::bankReference)
                .containsExactly(tuple(1, "B1"), tuple(2, null));
        assertThat(months.explanations("F1", "2026-03")).containsOnlyKeys("ledger payment:D2", "bank 2");
        assertThat(months.find("F1", 2025, "2026-03")).isEmpty();
        assertThat(months.page("F1", "locked", null, 10).rows()).containsExactly(month);
        assertThat(months.page(null, null, "F1/2026-03", 10).rows()).isEmpty();
    }

    @Test
    void anotherStatementTakesThePlaceOfTheFirst() {
        receivedAndExplained();
        ledger.given(DoReconcile.sign("2026-03"), DoReconcile.receive("2026-03", "900", "800", "2026-03-06 B1 -100"));
        applyAll();

        MonthView month = months.find("F1", 2026, "2026-03").orElseThrow();
        assertThat(month.state()).isEqualTo("received");
        assertThat(month.signedBy()).isNull();
        assertThat(months.lines("F1", "2026-03")).hasSize(1);
        assertThat(months.explanations("F1", "2026-03")).isEmpty();
    }

    @Test
    void anExplanationTakesTheFirstSignatureBack() {
        receivedAndExplained();
        ledger.given(DoReconcile.sign("2026-03"), DoReconcile.explain("2026-03", "bank 2"));
        applyAll();

        assertThat(months.find("F1", 2026, "2026-03").orElseThrow().signedBy()).isNull();
    }

    @Test
    void findsWhereTheMonthsPaymentsLie() {
        applyAll();

        assertThat(months.indexed("F1", FIRST, LAST).positions()).hasSize(2);
        assertThat(months.indexed("F1", FIRST, LAST).reached())
                .isEqualTo(ledger.ledger().events().size() - 1L);
        assertThat(months.indexed("F2", FIRST, LAST).positions()).isEmpty();
    }

    @Test
    void keepsWhatIsPostedIntoASignedMonthLater() {
        signed();
        ledger.given(
                Do.payment("D8", "A1", "5", "2026-03-31").record(),
                Do.bounce("D1", "40", "2026-04-02"),
                Do.correct("D2", "31", "2026-03-31"),
                Do.appropriate("10", "2026-03-02"),
                Do.record("D9", "A1", "1", "2026-02-28"));
        applyAll();

        List<LateEntry> late = months.late("F1", FIRST, LAST, null, 10).rows();
        assertThat(late)
                .extracting(LateEntry::type, LateEntry::reference, LateEntry::paidChange)
                .contains(
                        tuple("allocation.spent", "D8", new BigDecimal("5.00")),
                        tuple("fund-year.budget-appropriated", null, new BigDecimal("0")));
        assertThat(late).allMatch(entry -> TestLedger.APPROVER.id().equals(entry.confirmedBy()));
        LateEntry.Sum sum = months.lateSum("F1", FIRST, LAST);
        assertThat(sum.paidChange()).isEqualByComparingTo("6");
        assertThat(sum.count()).isEqualTo(late.size());
        assertThat(months.late("F1", FIRST, LAST, late.get(0).position(), 10).rows())
                .isEqualTo(late.subList(1, late.size()));
        assertThat(months.late("F1", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), null, 10)
                        .rows())
                .isEmpty();
        assertThat(ledger.count(FundMonthSigned.class)).isOne();
    }

    @Test
    void findsRefusedAttemptsByReferenceOrByAmount() {
        ledger.refuses(Do.payment("D8", "A1", "5000", "2026-03-07")
                        .bank("B8", 1)
                        .record())
                .because("exceeds-available");
        ledger.refuses(Do.payment("D9", "A9", "12", "2026-03-08").bank("B9", 1).record())
                .because("unknown-allocation");
        ledger.refuses(Do.request("D10", "A1", "6000", "2026-04-07"));
        ledger.refuses(
                        new ProposeCommand(
                                "p1",
                                Do.payment("D11", "A1", "5000", "2026-03-07")
                                        .bank("B11", 1)
                                        .record()),
                        TestLedger.CLERK)
                .because("exceeds-available");
        applyAll();

        assertThat(months.refused("F1", List.of("b8"), List.of(), FIRST, LAST))
                .extracting(RefusedPayment::reference, RefusedPayment::code)
                .containsExactly(tuple("D8", "exceeds-available"));
        assertThat(months.refused(
                        "F1", List.of(), List.of(new BigDecimal("12.00"), new BigDecimal("6000")), FIRST, LAST))
                .extracting(RefusedPayment::reference)
                .containsExactly("D9");
        assertThat(months.refused("F2", List.of("B8"), List.of(), FIRST, LAST)).isEmpty();
    }
}
