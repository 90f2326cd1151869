package org.specialfund.ledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.specialfund.ledger.core.TestLedger.APPROVER;
import static org.specialfund.ledger.core.TestLedger.CLERK;
import static org.specialfund.ledger.core.TestLedger.LEADER;
import static org.specialfund.ledger.core.TestLedger.PLANNER;
import static org.specialfund.ledger.core.TestLedger.REVIEWER;
import static org.specialfund.ledger.core.TestLedger.TREASURY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.specialfund.ledger.core.TestLedger;
import org.specialfund.ledger.core.allocation.command.AgreeTranches;
import org.specialfund.ledger.core.allocation.command.CarryOverAllocation;
import org.specialfund.ledger.core.allocation.command.ConfirmTrancheCondition;
import org.specialfund.ledger.core.allocation.command.DecreaseAllocation;
import org.specialfund.ledger.core.allocation.command.IssueAllocation;
import org.specialfund.ledger.core.allocation.command.MoveFunds;
import org.specialfund.ledger.core.allocation.command.ReturnSurplus;
import org.specialfund.ledger.core.allocation.command.SuspendAllocation;
import org.specialfund.ledger.core.allocation.event.Tranche;
import org.specialfund.ledger.core.decision.LedgerCommand;
import org.specialfund.ledger.core.decision.Outcome;
import org.specialfund.ledger.core.disbursement.command.ApproveDisbursement;
import org.specialfund.ledger.core.disbursement.command.CancelDisbursement;
import org.specialfund.ledger.core.disbursement.command.CorrectDisbursement;
import org.specialfund.ledger.core.disbursement.command.DemandRecovery;
import org.specialfund.ledger.core.disbursement.command.ReceiveRecovery;
import org.specialfund.ledger.core.disbursement.command.RecordDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReportSpending;
import org.specialfund.ledger.core.disbursement.command.RequestDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReturnDisbursement;
import org.specialfund.ledger.core.disbursement.command.ReviewDisbursement;
import org.specialfund.ledger.core.disbursement.command.SettleDisbursement;
import org.specialfund.ledger.core.disbursement.command.WaiveRecovery;
import org.specialfund.ledger.core.disbursement.event.DisbursementReturned;
import org.specialfund.ledger.core.disbursement.event.RecoveryDemanded;
import org.specialfund.ledger.core.disbursement.event.RecoveryReceived;
import org.specialfund.ledger.core.disbursement.event.RecoveryWaived;
import org.specialfund.ledger.core.disbursement.event.SpendingReported;
import org.specialfund.ledger.core.fund.command.EstablishFund;
import org.specialfund.ledger.core.fundyear.command.AppropriateBudget;
import org.specialfund.ledger.core.fundyear.command.CarryOverUnallocated;
import org.specialfund.ledger.core.fundyear.command.CloseYear;
import org.specialfund.ledger.core.fundyear.command.OpenYear;
import org.specialfund.ledger.core.fundyear.command.ReclaimUnallocated;
import org.specialfund.ledger.core.fundyear.command.SetPlan;
import org.specialfund.ledger.core.fundyear.command.StartClosing;
import org.specialfund.ledger.core.fundyear.event.PlanLine;
import org.specialfund.ledger.core.payee.command.RegisterPayee;
import org.specialfund.ledger.core.posting.LedgerEvent;
import org.specialfund.ledger.core.proposal.command.ConfirmProposal;
import org.specialfund.ledger.core.proposal.command.ProposeCommand;
import org.specialfund.ledger.core.reversal.command.ReverseEntry;
import org.specialfund.ledger.core.shared.Person;
import org.specialfund.ledger.projections.allocation.AllocationProjection;
import org.specialfund.ledger.projections.allocation.AllocationQuery;
import org.specialfund.ledger.projections.allocation.AllocationView;
import org.specialfund.ledger.projections.allocation.Allocations;
import org.specialfund.ledger.projections.balance.At;
import org.specialfund.ledger.projections.balance.BalanceProjection;
import org.specialfund.ledger.projections.balance.Balances;
import org.specialfund.ledger.projections.balance.YearFigures;
import org.specialfund.ledger.projections.disbursement.DisbursementProjection;
import org.specialfund.ledger.projections.disbursement.DisbursementQuery;
import org.specialfund.ledger.projections.disbursement.DisbursementView;
import org.specialfund.ledger.projections.disbursement.Disbursements;
import org.specialfund.ledger.projections.fund.FundProjection;
import org.specialfund.ledger.projections.fund.FundView;
import org.specialfund.ledger.projections.fund.Funds;
import org.specialfund.ledger.projections.history.History;
import org.specialfund.ledger.projections.history.HistoryEntry;
import org.specialfund.ledger.projections.history.HistoryProjection;
import org.specialfund.ledger.projections.history.HistoryQuery;
import org.specialfund.ledger.projections.payee.PayeeProjection;
import org.specialfund.ledger.projections.payee.Payees;
import org.specialfund.ledger.projections.processing.Applying;
import org.specialfund.ledger.projections.processing.Filling;
import org.specialfund.ledger.projections.processing.Projection;
import org.specialfund.ledger.projections.processing.RecordedEvent;
import org.specialfund.ledger.projections.project.ProjectProjection;
import org.specialfund.ledger.projections.proposal.ProposalProjection;
import org.specialfund.ledger.projections.proposal.Proposals;
import org.specialfund.ledger.projections.refusal.RefusalProjection;

/** What the core decides, seen through every projection. */
class LifeOfAFundTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final String DOCUMENT = "锡财预〔2025〕15号";
    private static final String UNIT = "X-UNIT:1";

    private final TestDatabase database = TestDatabase.fresh();
    private final Balances balances = new Balances(database.dataSource(), database.transactions());
    private final Allocations allocations = new Allocations(database.dataSource(), database.transactions());
    private final Disbursements disbursements = new Disbursements(database.dataSource(), database.transactions());
    private final Funds funds = new Funds(database.dataSource(), database.transactions());
    private final TestLedger ledger = new TestLedger(day(1, 5));

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    @Test
    void virementCorrectionRecoveryAndSurplusInOneOpenYear() {
        begin("treasury", "500.00");
        two(issue("A", "200.00", 2, 1));
        two(issue("B", "200.00", 2, 1));
        two(payment("D1", "A", "150.00", 3, 1));
        two(payment("D2", "B", "120.00", 3, 2));
        two(new MoveFunds("A", "B", new BigDecimal("50.00"), day(4, 1), DOCUMENT, null));
        two(new CorrectDisbursement("D1", "wrong amount", new BigDecimal("130.00"), day(4, 2), DOCUMENT, null));
        two(new DemandRecovery("D2", "not spent", new BigDecimal("60.00"), day(5, 1), DOCUMENT, null));
        RecoveryDemanded demanded = last(RecoveryDemanded.class);
        two(new ReceiveRecovery(demanded.recoveryId(), new BigDecimal("40.00"), day(5, 20), DOCUMENT, null));
        one(new ReportSpending("D1", new BigDecimal("100.00"), day(6, 1), DOCUMENT, null), CLERK);
        two(new ReturnSurplus("A", new BigDecimal("20.00"), day(6, 2), DOCUMENT, null));
        applyAll();

        YearFigures figures = figures(2025, At.now());
        assertThat(figures.appropriated()).isEqualTo("500.00");
        assertThat(figures.unallocated()).isEqualTo("100.00");
        assertThat(figures.available()).isEqualTo("170.00");
        assertThat(figures.paid()).isEqualTo("210.00");
        assertThat(figures.repaid()).isEqualTo("20.00");
        assertThat(figures.claimed()).isEqualTo("20.00");
        assertThat(figures.executionRate()).isEqualByComparingTo("0.42");
        assertThat(figures.spendingRate()).isEqualByComparingTo("0.476190");
        assertThat(figures(2025, new At(day(3, 2), null)).paid()).isEqualTo("120.00");
        assertThat(figures(2025, new At(day(4, 2), null)).executionRate()).isEqualByComparingTo("0.5");
        assertThat(allocation("A").available()).isEqualTo("0.00");
        assertThat(allocation("A").paid()).isEqualTo("130.00");
        assertThat(allocation("B").available()).isEqualTo("170.00");
        assertThat(allocation("B").allocated()).isEqualTo("250.00");
        assertThat(disbursement("D1").amount()).isEqualTo("130.00");
        assertThat(disbursement("D1").reported()).isEqualTo("100.00");
        assertThat(disbursement("D2").returned()).isEqualTo("40.00");
        assertThat(disbursements.recoveries("F1", "D2", null, true, null, 10).rows())
                .singleElement()
                .satisfies(recovery -> assertThat(recovery.open()).isEqualTo("20.00"));
        assertThat(balances.trialBalance(null, null, At.now(), account -> {})
                        .answer()
                        .balanced())
                .isTrue();
        theSameEventByEvent();
        theSameInBulk();
    }

    @Test
    void carryOverAndAReturnAfterClosing() {
        begin("year", "1000.00");
        two(issue("A", "600.00", 2, 1));
        decided("D1", "A", "400.00", 3, 1);
        one(request("D2", "A", "150.00", 12, 1), CLERK);
        ledger.today(day(12, 28));
        two(new StartClosing("F1", 2025, DOCUMENT, null));
        one(new CancelDisbursement("D2", day(12, 28), "cannot be paid in time"), CLERK);
        ledger.today(LocalDate.of(2026, 1, 6));
        two(new OpenYear("F1", 2026, DOCUMENT, null));
        two(new ReclaimUnallocated("F1", 2025, null, new BigDecimal("100.00"), LAST_DAY, DOCUMENT, null));
        two(new CarryOverAllocation("A", "A-2026", new BigDecimal("200.00"), null, DOCUMENT, null));
        two(new CarryOverUnallocated("F1", 2025, 2025, new BigDecimal("300.00"), null, DOCUMENT, null));
        two(new CloseYear("F1", 2025, DOCUMENT, null));
        ledger.today(LocalDate.of(2026, 2, 10));
        two(new ReturnDisbursement(
                "D1", "bounced", new BigDecimal("400.00"), LocalDate.of(2026, 2, 9), DOCUMENT, null));
        applyAll();

        YearFigures old = figures(2025, At.now());
        assertThat(old.appropriated()).isEqualTo("1000.00");
        assertThat(old.reclaimed()).isEqualTo("100.00");
        assertThat(old.carriedOut()).isEqualTo("500.00");
        assertThat(old.repaid()).isEqualTo("400.00");
        assertThat(old.paid()).isEqualTo("0.00");
        assertThat(old.executionRate()).isEqualByComparingTo("0.4");
        YearFigures asOfLastDay = figures(2025, new At(LAST_DAY, null));
        assertThat(asOfLastDay.paid()).isEqualTo("400.00");
        assertThat(asOfLastDay.available()).isEqualTo("200.00");
        assertThat(asOfLastDay.unallocated()).isEqualTo("300.00");
        YearFigures next = figures(2026, At.now());
        assertThat(next.carriedIn()).isEqualTo("500.00");
        assertThat(next.unallocated()).isEqualTo("300.00");
        assertThat(next.available()).isEqualTo("200.00");
        assertThat(next.executionRate()).isEqualByComparingTo("0");
        assertThat(allocation("A").carriedTo()).isEqualTo("A-2026");
        assertThat(allocation("A-2026").carriedFrom()).isEqualTo("A");
        assertThat(allocation("A-2026").originYear()).isEqualTo(2025);
        assertThat(allocations.page(AllocationQuery.of("F1", 2026), null, 10).rows())
                .extracting(AllocationView::allocationNo)
                .containsExactly("A-2026");
        assertThat(funds.unallocatedByOrigin("F1", 2025)).isEmpty();
        assertThat(funds.unallocatedByOrigin("F1", 2026)).isEqualTo(Map.of(2025, new BigDecimal("300.00")));
        assertThat(allocations.unspentByOrigin("F1", 2025)).isEmpty();
        assertThat(allocations.unspentByOrigin("F1", 2026))
                .isEqualTo(Map.of(2025, new AllocationView.Unspent(new BigDecimal("200.00"), new BigDecimal("0.00"))));
        assertThat(disbursement("D2").state()).isEqualTo("cancelled");
        assertThat(funds.find("F1").orElseThrow().years())
                .extracting(FundView.Year::state)
                .containsExactly("closed", "open");
        theSameEventByEvent();
        theSameInBulk();
    }

    @Test
    void entriesOnPaymentsAreSeenAsReversed() {
        begin("year", "1000.00");
        two(issue("A", "600.00", 2, 1));
        two(payment("D1", "A", "100.00", 3, 1));
        two(new ReturnDisbursement("D1", "bounced", new BigDecimal("30.00"), day(3, 2), DOCUMENT, null));
        reverseLast(DisbursementReturned.class);
        two(new DemandRecovery("D1", "not spent", new BigDecimal("60.00"), day(5, 1), DOCUMENT, null));
        String recovery = last(RecoveryDemanded.class).recoveryId();
        two(new ReceiveRecovery(recovery, new BigDecimal("20.00"), day(5, 2), DOCUMENT, null));
        two(
                new WaiveRecovery(recovery, "insolvent", new BigDecimal("40.00"), day(5, 3), DOCUMENT, null),
                CLERK,
                LEADER);
        one(new ReportSpending("D1", new BigDecimal("80.00"), day(6, 1), DOCUMENT, null), CLERK);
        reverseLast(SpendingReported.class);
        reverseLast(RecoveryWaived.class);
        reverseLast(RecoveryReceived.class);
        applyAll();

        assertThat(disbursement("D1").returned()).isEqualTo("0.00");
        assertThat(disbursement("D1").reported()).isEqualTo("0.00");
        assertThat(allocation("A").available()).isEqualTo("500.00");
        assertThat(allocation("A").paid()).isEqualTo("100.00");
        assertThat(disbursements.findRecovery(recovery).orElseThrow().open()).isEqualTo("60.00");
        assertThat(figures(2025, At.now()).claimed()).isEqualTo("60.00");
        reverseLast(RecoveryDemanded.class);
        applyAll();

        assertThat(disbursements.findRecovery(recovery).orElseThrow().demanded())
                .isEqualTo("0.00");
        assertThat(disbursements.recoveries("F1", "D1", null, true, null, 10).rows())
                .isEmpty();
        assertThat(figures(2025, At.now()).claimed()).isEqualTo("0.00");
        History history =
                new History(database.dataSource(), database.transactions(), TestEvents.holding(database, recorded()));
        assertThat(history.page(HistoryQuery.ofFund("F1", 2025), false, null, 100)
                        .rows())
                .filteredOn(row -> row.type().equals("disbursement.entry-reversed"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("wrong"));
        theSameEventByEvent();
        theSameInBulk();
    }

    @Test
    void unspentMoneyIsSeenByTheYearItCameFrom() {
        begin("year", "1000.00");
        two(issue("A", "600.00", 2, 1));
        two(issue("B", "100.00", 2, 1));
        two(new StartClosing("F1", 2025, DOCUMENT, null));
        ledger.today(LocalDate.of(2026, 1, 20));
        two(new OpenYear("F1", 2026, DOCUMENT, null));
        two(new CarryOverAllocation("A", "A-2026", new BigDecimal("600.00"), null, DOCUMENT, null));
        two(new CarryOverUnallocated("F1", 2025, 2025, new BigDecimal("250.00"), null, DOCUMENT, null));
        LocalDate day = LocalDate.of(2026, 1, 15);
        two(new AppropriateBudget("F1", 2026, new BigDecimal("500.00"), day, DOCUMENT, null));
        two(new DecreaseAllocation("A-2026", new BigDecimal("80.00"), day, DOCUMENT, null));
        two(new ReclaimUnallocated("F1", 2026, 2025, new BigDecimal("30.00"), day, DOCUMENT, null));
        two(new ReclaimUnallocated("F1", 2026, null, new BigDecimal("7.00"), day, DOCUMENT, null));
        one(
                new RequestDisbursement(
                        "D1",
                        "A-2026",
                        UNIT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("20.00"),
                        day,
                        null,
                        null),
                CLERK);
        applyAll();

        assertThat(funds.unallocatedByOrigin("F1", 2025)).isEqualTo(Map.of(2025, new BigDecimal("50.00")));
        assertThat(funds.unallocatedByOrigin("F1", 2026))
                .isEqualTo(Map.of(2025, new BigDecimal("300.00"), 2026, new BigDecimal("493.00")));
        assertThat(figures(2026, At.now()).unallocated()).isEqualTo("793.00");
        assertThat(allocations.unspentByOrigin("F1", 2025))
                .isEqualTo(Map.of(2025, new AllocationView.Unspent(new BigDecimal("100.00"), new BigDecimal("0.00"))));
        assertThat(allocations.unspentByOrigin("F1", 2026))
                .isEqualTo(Map.of(2025, new AllocationView.Unspent(new BigDecimal("500.00"), new BigDecimal("20.00"))));
        theSameEventByEvent();
        theSameInBulk();
    }

    @Test
    void aPaymentIsSeenThroughItsStates() {
        begin("year", "1000.00");
        two(issue("A", "600.00", 2, 1));
        one(request("D1", "A", "150.00", 3, 1), CLERK);
        applyAll();
        assertThat(disbursement("D1").state()).isEqualTo("requested");
        assertThat(allocation("A").held()).isEqualTo("150.00");
        assertThat(underWay()).containsExactly("D1");
        decide("D1", "140.00", 3, 2);
        applyAll();

        DisbursementView paid = disbursement("D1");
        assertThat(paid.state()).isEqualTo("paid");
        assertThat(paid.amount()).isEqualTo("140.00");
        assertThat(paid.bankReference()).isEqualTo("bank-D1");
        assertThat(paid.requestedBy()).isEqualTo(CLERK.id());
        assertThat(paid.reviewedBy()).isEqualTo(REVIEWER.id());
        assertThat(paid.approvedBy()).containsExactly(APPROVER.id());
        assertThat(paid.settledBy()).isEqualTo(TREASURY.id());
        assertThat(underWay()).isEmpty();
        assertThat(allocation("A").available()).isEqualTo("460.00");
        assertThat(allocation("A").held()).isEqualTo("0.00");
    }

    @Test
    void plansTranchesProposalsAndTheFundsHistoryAreSeen() {
        begin("year", "1000.00");
        two(
                new SetPlan(
                        "F1", 2025, List.of(new PlanLine("L1", null, new BigDecimal("800.00"))), DOCUMENT, null, null),
                PLANNER,
                LEADER);
        one(new ProposeCommand("P1", issue("A", "L1", "600.00", 2, 1)), CLERK);
        one(new ProposeCommand("P2", issue("B", "10.00", 2, 1)), CLERK);
        one(new ConfirmProposal("P1"), APPROVER);
        one(
                new AgreeTranches(
                        "A",
                        List.of(
                                new Tranche(1, new BigDecimal("400.00"), "contract signed"),
                                new Tranche(2, new BigDecimal("200.00"), "accepted")),
                        DOCUMENT,
                        null,
                        null),
                CLERK);
        one(new ConfirmTrancheCondition("A", 1, DOCUMENT, null), REVIEWER);
        one(new SuspendAllocation("A", "manual", day(2, 3), "checks", null, null), LEADER);
        applyAll();

        assertThat(funds.plan("F1", 2025)).singleElement().satisfies(line -> {
            assertThat(line.ceiling()).isEqualByComparingTo("800");
            assertThat(line.committed()).isEqualByComparingTo("600");
        });
        Proposals proposals = new Proposals(database.dataSource(), database.transactions());
        assertThat(proposals.page("waiting", null, null, null, 10).rows())
                .extracting(row -> row.proposalId())
                .containsExactly("P2");
        assertThat(proposals.find("P1").orElseThrow().endedBy()).isEqualTo(APPROVER.id());
        assertThat(allocations.tranches("A").tranches())
                .extracting(AllocationView.TrancheView::confirmedBy)
                .containsExactly(REVIEWER.id(), null);
        assertThat(allocation("A").suspendedCauses()).containsExactly("manual");
        assertThat(new Payees(database.dataSource(), database.transactions())
                        .page("unit", null, 10)
                        .rows())
                .hasSize(1);
        History history =
                new History(database.dataSource(), database.transactions(), TestEvents.holding(database, recorded()));
        assertThat(history.page(HistoryQuery.ofFund("F1", 2025), false, null, 100)
                        .rows())
                .extracting(HistoryEntry::type)
                .contains("allocation.issued", "allocation.suspended", "allocation.tranches-agreed");
    }

    private void begin(String surplusTo, String budget) {
        two(
                new EstablishFund(
                        "F1",
                        "Digital city",
                        "regular",
                        null,
                        null,
                        null,
                        "CNY",
                        day(1, 1),
                        null,
                        "Asia/Shanghai",
                        1,
                        List.of(),
                        null,
                        null,
                        "allocation",
                        surplusTo,
                        "treasury",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        DOCUMENT,
                        null),
                PLANNER,
                LEADER);
        two(new OpenYear("F1", 2025, DOCUMENT, null));
        ledger.today(day(12, 1));
        two(new AppropriateBudget("F1", 2025, new BigDecimal(budget), day(1, 5), DOCUMENT, null));
        one(new RegisterPayee(UNIT, "organisation", "a unit", null), CLERK);
    }

    private static IssueAllocation issue(String no, String amount, int month, int day) {
        return issue(no, null, amount, month, day);
    }

    private static IssueAllocation issue(String no, String planLine, String amount, int month, int day) {
        return new IssueAllocation(
                no,
                null,
                "F1",
                2025,
                UNIT,
                null,
                planLine,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                day(month, day),
                DOCUMENT,
                null);
    }

    private static RecordDisbursement payment(String reference, String allocation, String amount, int month, int day) {
        return new RecordDisbursement(
                reference,
                allocation,
                UNIT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                day(month, day),
                DOCUMENT,
                null);
    }

    private static RequestDisbursement request(String reference, String allocation, String amount, int month, int day) {
        return new RequestDisbursement(
                reference,
                allocation,
                UNIT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                day(month, day),
                DOCUMENT,
                null);
    }

    private void decided(String reference, String allocation, String amount, int month, int day) {
        one(request(reference, allocation, amount, month, day), CLERK);
        decide(reference, amount, month, day);
    }

    private void decide(String reference, String amount, int month, int day) {
        one(new ReviewDisbursement(reference), REVIEWER);
        one(new ApproveDisbursement(reference), APPROVER);
        one(
                new SettleDisbursement(
                        reference,
                        new BigDecimal(amount),
                        "account-1",
                        "bank-" + reference,
                        1,
                        day(month, day),
                        null,
                        null),
                TREASURY);
    }

    private void two(LedgerCommand command) {
        two(command, CLERK, APPROVER);
    }

    private void two(LedgerCommand command, Person proposer, Person confirmer) {
        accepted(ledger.execute(command, proposer, confirmer));
    }

    private void one(LedgerCommand command, Person person) {
        accepted(ledger.execute(command, person));
    }

    private static void accepted(Outcome outcome) {
        assertThat(outcome.refusal()).isNull();
    }

    private void reverseLast(Class<? extends LedgerEvent> type) {
        DomainEventMessage<?> original = ledger.events().stream()
                .filter(message -> type.isInstance(message.getPayload()))
                .reduce((a, b) -> b)
                .orElseThrow();
        two(new ReverseEntry(
                original.getAggregateIdentifier() + "@" + original.getSequenceNumber(), "wrong", DOCUMENT, null));
    }

    private <E extends LedgerEvent> E last(Class<E> type) {
        return ledger.payloads().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private void applyAll() {
        for (Projection projection : projections(database)) {
            long reached = database.jdbc()
                    .queryForObject("SELECT position FROM %s.progress".formatted(projection.name()), Long.class);
            Applying.apply(
                    database,
                    projection,
                    recorded().stream().filter(e -> e.position() > reached).toList());
        }
    }

    private void theSameEventByEvent() {
        try (TestDatabase other = TestDatabase.fresh()) {
            for (Projection projection : projections(other)) {
                recorded().forEach(event -> Applying.apply(other, projection, List.of(event)));
                assertThat(other.rows(projection.name())).isEqualTo(database.rows(projection.name()));
            }
        }
    }

    private void theSameInBulk() {
        try (TestDatabase other = TestDatabase.fresh()) {
            for (Projection projection : projections(other)) {
                Filling filling = projection.filling(projection.name());
                List<RecordedEvent> wanted = recorded().stream()
                        .filter(event -> projection.wants(event.event().getClass()))
                        .toList();
                for (int from = 0; from < wanted.size(); from += 7) {
                    List<RecordedEvent> page = wanted.subList(from, Math.min(from + 7, wanted.size()));
                    other.transaction().executeWithoutResult(status -> filling.add(page));
                }
                other.transaction().executeWithoutResult(status -> filling.end());
                assertThat(withoutProgress(other, projection)).isEqualTo(withoutProgress(database, projection));
            }
        }
    }

    private static List<String> withoutProgress(TestDatabase database, Projection projection) {
        return database.rows(projection.name()).stream()
                .filter(row -> !row.startsWith("progress "))
                .toList();
    }

    private static List<Projection> projections(TestDatabase database) {
        return List.of(
                new BalanceProjection(database.jdbc()),
                new HistoryProjection(database.jdbc()),
                new RefusalProjection(database.jdbc()),
                new FundProjection(database.jdbc()),
                new AllocationProjection(database.jdbc()),
                new PayeeProjection(database.jdbc()),
                new ProjectProjection(database.jdbc()),
                new DisbursementProjection(database.jdbc()),
                new ProposalProjection(database.jdbc()));
    }

    private List<RecordedEvent> recorded() {
        return Recording.of(ledger);
    }

    private YearFigures figures(int year, At at) {
        return balances.yearFigures("F1", year, LocalDate.of(year, 12, 31), at)
                .answer()
                .orElseThrow();
    }

    private AllocationView allocation(String no) {
        return allocations.find(no).orElseThrow();
    }

    private DisbursementView disbursement(String reference) {
        return disbursements.find(reference).orElseThrow();
    }

    private List<String> underWay() {
        return disbursements
                .page(new DisbursementQuery("F1", null, null, null, null, null, true, null, null, null), null, 10)
                .rows()
                .stream()
                .map(DisbursementView::reference)
                .toList();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }
}
